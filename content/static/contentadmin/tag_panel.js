// Adds a label to a page by typing: the list below narrows, Enter takes the first. Without this script the list is opened.
"use strict";

(function () {
  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function set_up(panel) {
    const add = panel.querySelector("[data-add]");
    if (!add) return;
    const search = add.querySelector("[data-search]");
    const status = add.querySelector("[data-status]");
    const others = panel.querySelector("[data-others]");
    const found = panel.querySelector("[data-found]");

    function matches() {
      const wanted = fold(search.value.trim());
      const rank = (row) => (fold(row.dataset.name).startsWith(wanted) ? 0 : 1);
      return [...others.querySelectorAll("fieldset")]
        .filter((row) => fold(`${row.dataset.name} ${row.dataset.words}`).includes(wanted))
        .sort((one, other) => rank(one) - rank(other));
    }

    function narrow() {
      const shown = matches();
      for (const row of others.querySelectorAll("fieldset")) row.hidden = !shown.includes(row);
      for (const row of shown) others.append(row);
      others.open = search.value.trim() !== "";
      status.textContent = !others.open ? "" : shown.length ? `${shown.length} gevonden, eerste: ${shown[0].dataset.name}` : "Geen label gevonden. Probeer een ander woord.";
    }

    function take(row) {
      row.querySelector("input[value=accepted]").click();
      found.append(row);
      search.value = "";
      narrow();
      status.textContent = `${row.dataset.name} toegevoegd. Sla de pagina op om het te bewaren.`;
    }

    search.addEventListener("input", narrow);
    search.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault(); // the form is not sent
      const [first] = search.value.trim() ? matches() : [];
      if (first) take(first);
    });
    add.hidden = false;
  }

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-tag-panel]").forEach(set_up));
})();
