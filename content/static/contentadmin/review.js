// Ticks every label of the list at once; without this script they are ticked one by one.
"use strict";

(function () {
  const form = document.querySelector("[data-queue]");
  if (!form) return;
  const all = form.querySelector("[data-all]");
  all.closest("label").hidden = false;
  all.addEventListener("change", () => {
    for (const box of form.querySelectorAll("input[name=tag]")) box.checked = all.checked;
  });
})();
