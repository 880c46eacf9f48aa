// Beside the ask form: what is known while somebody types, and a draft on the asker's own device if they say so.
"use strict";
const WAIT = 700; // ms after the last key
const KEY = "kmpg-vraag";
const KEPT = ["question", "context", "profession", "setting", "submission"]; // never the address

const form = document.querySelector("[data-ask]");
if (document.querySelector("[data-sent]")) drop();
if (form) { watch(); keepDraft(); }

function drop() {
  try { localStorage.removeItem(KEY); } catch { /* a browser that keeps nothing has nothing to drop */ }
}

function watch() {
  let timer, asked;
  let seen = "";
  const fields = ["question", "context", "urgency"];
  form.addEventListener("input", (event) => {
    if (!fields.includes(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(look, WAIT);
  });
  if (form.elements.question.value) timer = setTimeout(look, WAIT);

  async function look() {
    const all = new FormData(form);
    const body = new URLSearchParams(fields.map((name) => [name, all.get(name) || ""]));
    if (String(body) === seen) return;
    seen = String(body);
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(form.dataset.known, {
        method: "POST", body, signal: asked.signal, headers: { "X-CSRFToken": all.get("csrfmiddlewaretoken") },
      });
      if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      seen = ""; // the connection is gone; the next key tries again
    }
  }
}

function show(answer) {
  for (const part of answer.querySelectorAll("[data-part]")) {
    const slot = document.querySelector(`[data-slot=${part.dataset.part}]`);
    if (slot.innerHTML !== part.innerHTML) slot.innerHTML = part.innerHTML;
  }
  const count = Number(answer.querySelector("[data-count]").dataset.count);
  const found = document.querySelector("[data-found]");
  found.textContent = count ? `Wij vonden ${count} ${count === 1 ? "pagina" : "pagina's"} hierover. ` : "";
  if (count) {
    const link = Object.assign(document.createElement("a"), { href: "#bekend", textContent: "Bekijk" });
    found.append(link);
  }
}

function keepDraft() {
  const keep = form.querySelector("[data-keep]");
  const forget = form.querySelector("[data-forget]");
  const status = form.querySelector("[data-kept]");
  const read = () => { try { return JSON.parse(localStorage.getItem(KEY)); } catch { return null; } };
  const write = () => {
    const draft = Object.fromEntries(KEPT.map((name) => [name, form.elements[name].value]));
    try {
      localStorage.setItem(KEY, JSON.stringify(draft));
      status.textContent = "Bewaard op dit apparaat.";
    } catch {
      keep.checked = false;
      status.textContent = "Bewaren lukt niet in deze browser.";
    }
    forget.hidden = !keep.checked;
  };
  const draft = read();
  if (draft) {
    keep.checked = true;
    forget.hidden = false;
    if (!form.elements.question.value && !form.elements.context.value) {
      for (const name of KEPT) if (draft[name]) form.elements[name].value = draft[name];
      status.textContent = "Wij zetten terug wat u eerder typte.";
      form.elements.question.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  keep.addEventListener("change", () => {
    if (keep.checked) return write();
    drop();
    forget.hidden = true;
    status.textContent = "Gewist van dit apparaat.";
  });
  form.addEventListener("input", (event) => { if (keep.checked && KEPT.includes(event.target.name)) write(); });
  forget.addEventListener("click", () => { keep.checked = false; keep.dispatchEvent(new Event("change")); keep.focus(); });
}
