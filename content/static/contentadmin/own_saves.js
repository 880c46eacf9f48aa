// The editor saves by itself, and asks now and then who else is editing. Where the two cross, the answer calls this window's
// own save one of "another window", and Wagtail goes on asking about it. What this window saved is no conflict.
"use strict";

(function () {
  const own = new Set();
  let told = "";
  document.addEventListener("w-swap:json", (event) => {
    if (!event.target.matches(".w-editing-sessions")) return;
    for (const session of event.detail.data.other_sessions || []) {
      if (!session.revision_id) continue;
      told = String(session.revision_id);
      if (own.has(told)) session.revision_id = null;
    }
  }, true);
  document.addEventListener("w-autosave:success", (event) => {
    const saved = String(event.detail.data.revision_id);
    own.add(saved);
    const sessions = document.querySelector(".w-editing-sessions");
    if (sessions && told === saved) sessions.dataset.wSessionInterceptValue = "";
  }, true);
})();
