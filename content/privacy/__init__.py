"""Privacy as built: what is kept of people, why, on what ground and for how long, and the job that erases it."""
