// Small comforts where JavaScript runs; everything works without.
"use strict";
for (const part of document.querySelectorAll("[data-enhance]")) part.hidden = false;

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if ("print" in button.dataset) window.print();
  const text = button.dataset.copyFrom
    ? document.getElementById(button.dataset.copyFrom).textContent.trim()
    : button.dataset.copy;
  if (text) {
    const status = button.parentElement.querySelector("[data-copied]");
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = "Gekopieerd.";
    } catch {
      status.textContent = "Kopiëren lukt niet in deze browser.";
    }
  }
});

// On a phone the facets start folded, so that results come first.
const fold = document.querySelector(".facets__fold");
if (fold && window.matchMedia("(max-width: 56rem)").matches) fold.open = false;
