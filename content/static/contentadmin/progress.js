// Follows a change that is made in the background; without this script the page is refreshed by hand.
"use strict";

(function () {
  const PAUSE = 1500; // milliseconds
  const line = document.querySelector("[data-progress]");

  async function look() {
    try {
      const response = await fetch(line.dataset.progress, { credentials: "same-origin" });
      if (!response.ok) throw new Error(String(response.status));
      const now = await response.json();
      if (!now.running) {
        window.location.reload();
        return;
      }
      const bar = line.querySelector("progress");
      if (!bar && now.total) {
        window.location.reload();
        return;
      }
      if (bar) {
        bar.max = now.total;
        bar.value = now.done;
        line.querySelector("span").textContent = `${now.done} van ${now.total} pagina's bijgewerkt`;
      }
    } catch {
      // The network may be back at the next look.
    }
    window.setTimeout(look, PAUSE);
  }

  if (line) window.setTimeout(look, PAUSE);
})();
