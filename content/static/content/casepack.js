// The case pack with JavaScript: a page is kept without leaving it, and notes stay on this device.
"use strict";
const NOTES = "map-notities";

// Keep a page: the same form, sent from where one reads.
for (const form of document.querySelectorAll("[data-keep]")) form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const said = form.querySelector("[data-kept]");
  try {
    const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const full = new URL(response.url).searchParams.has("vol");
    said.textContent = !response.ok ? "Dat lukte niet. Probeer het opnieuw." : full ? "Uw map is vol. Haal er eerst een pagina uit." : "Zit in uw map.";
  } catch {
    said.textContent = "Dat lukte niet. Bent u nog verbonden?";
  }
});

const pack = document.querySelector("[data-notes]");
if (pack) {
  let notes = {};
  try { notes = JSON.parse(localStorage.getItem(NOTES)) ?? {}; } catch { notes = {}; }
  for (const field of pack.querySelectorAll("[data-note]")) {
    field.value = notes[field.dataset.note] ?? "";
    field.parentElement.hidden = false;
    field.addEventListener("input", () => {
      notes[field.dataset.note] = field.value;
      if (!field.value) delete notes[field.dataset.note];
      try { localStorage.setItem(NOTES, JSON.stringify(notes)); } catch { field.setCustomValidity("Deze notitie kan hier niet bewaard worden."); field.reportValidity(); }
    });
  }
}
