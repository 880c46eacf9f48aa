// Choosing a facet, an order or a page changes the results in place; without JavaScript the same links load a page.
"use strict";
{
  const folds = () => document.querySelectorAll("#resultaat details[id]");

  // What a visitor opened or closed stays so, and the keyboard stays where it was.
  let open = new Map();
  document.addEventListener("htmx:beforeSwap", () => {
    open = new Map([...folds()].map((part) => [part.id, part.open]));
  });
  document.addEventListener("htmx:afterSettle", () => {
    for (const part of folds()) if (open.has(part.id)) part.open = open.get(part.id);
    const nowhere = !document.activeElement || document.activeElement === document.body;
    if (nowhere) document.getElementById("stand")?.focus({ preventScroll: true });
  });

  // Search that is away, or no network: the browser itself shows what there is to say.
  for (const failure of ["htmx:responseError", "htmx:sendError"])
    document.addEventListener(failure, (event) => location.assign(event.detail.pathInfo.requestPath));

  // That a result was opened is counted, with the words of the query alone: see /privacy/.
  document.addEventListener("click", (event) => {
    const hits = event.target.closest("[data-chosen]");
    if (hits && event.target.closest("h2 a"))
      navigator.sendBeacon(hits.dataset.chosen, new URLSearchParams({ q: hits.dataset.query }));
  });
}
