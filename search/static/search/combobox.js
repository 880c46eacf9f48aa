// Suggestions under the search field: the WAI-ARIA combobox pattern with a list box. The form works without.
"use strict";
{
  const WAIT = 150; // milliseconds without a key before we ask
  const MIN_LENGTH = 2;

  class Combobox {
    constructor(form) {
      this.address = form.dataset.suggest;
      this.input = form.querySelector("input[name=q]");
      this.options = [];
      this.active = -1;
      this.asked = null;
      this.list = element("div", { id: `${this.input.id}-voorstellen`, role: "listbox", class: "suggestions" });
      this.list.setAttribute("aria-label", "Voorstellen");
      this.list.hidden = true;
      this.status = element("div", { "aria-live": "polite", class: "visually-hidden" });
      this.input.after(this.status);
      form.append(this.list);
      this.input.type = "text"; // a search field may not be a combobox
      for (const [name, value] of Object.entries({
        role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
        "aria-controls": this.list.id, autocapitalize: "off", spellcheck: "false", enterkeyhint: "search",
      })) this.input.setAttribute(name, value);
      this.input.addEventListener("input", () => this.typed());
      this.input.addEventListener("keydown", (event) => this.pressed(event));
      this.input.addEventListener("blur", () => this.close());
      // The field keeps the focus while somebody clicks or scrolls in the list.
      this.list.addEventListener("mousedown", (event) => event.preventDefault());
      this.list.addEventListener("click", (event) => this.go(event.target.closest("[role=option]")));
    }

    get open() { return !this.list.hidden; }

    typed() {
      clearTimeout(this.timer);
      this.asked?.abort();
      if (this.input.value.trim().length < MIN_LENGTH) this.close();
      else this.timer = setTimeout(() => this.ask(), WAIT);
    }

    async ask() {
      const asked = this.asked = new AbortController();
      try {
        const address = `${this.address}?${new URLSearchParams({ q: this.input.value.trim() })}`;
        const response = await fetch(address, { signal: asked.signal, headers: { Accept: "application/json" } });
        const found = response.ok ? await response.json() : { groups: [] };
        if (!asked.signal.aborted && document.activeElement === this.input) this.show(found.groups);
      } catch (error) {
        if (error.name !== "AbortError") this.close(); // no network: the form still works
      }
    }

    show(groups) {
      this.close();
      this.list.replaceChildren(...groups.map((group, number) => this.group(group, number)));
      this.options = [...this.list.querySelectorAll("[role=option]")];
      const count = this.options.length;
      this.say(count === 0 ? "Geen voorstellen."
        : `${count} ${count === 1 ? "voorstel" : "voorstellen"}. Kies met pijl omlaag en pijl omhoog.`);
      if (count) this.expand(true);
    }

    group({ label, suggestions }, number) {
      const name = element("div", { id: `${this.list.id}-${number}`, class: "suggestions__kind" }, label);
      const group = element("div", { role: "group", "aria-labelledby": name.id }, name);
      suggestions.forEach(({ label, note, url }, place) => {
        const option = element("div", {
          id: `${this.list.id}-${number}-${place}`, role: "option", "aria-selected": "false", class: "suggestions__option",
        }, element("span", {}, label));
        if (note) option.append(" ", element("span", { class: "suggestions__note" }, note));
        const { pathname, search } = new URL(url, location.href);
        option.dataset.address = pathname + search; // stay on the name that this site was opened by
        group.append(option);
      });
      return group;
    }

    pressed(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const keys = {
        ArrowDown: () => this.step(1),
        ArrowUp: () => this.step(-1),
        Enter: () => this.open && this.go(this.options[this.active]),
        Escape: () => this.open && (this.close(), true),
      };
      if (keys[event.key]?.()) event.preventDefault();
      else if (event.key === "Enter") this.stop();
    }

    step(by) {
      if (!this.open) {
        if (!this.options.length || this.input.value.trim().length < MIN_LENGTH) return false;
        this.expand(true);
      }
      // One place past the ends is the field itself.
      const places = this.options.length + 1;
      this.choose((this.active + 1 + by + places) % places - 1);
      return true;
    }

    choose(place) {
      this.options[this.active]?.setAttribute("aria-selected", "false");
      this.active = place;
      const option = this.options[place];
      if (!option) return this.input.removeAttribute("aria-activedescendant");
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", option.id);
    }

    go(option) {
      if (!option) return false;
      this.stop();
      location.assign(option.dataset.address);
      return true;
    }

    stop() {
      clearTimeout(this.timer);
      this.asked?.abort();
      this.close();
    }

    close() {
      this.choose(-1);
      this.expand(false);
      this.say("");
    }

    expand(open) {
      this.list.hidden = !open;
      this.input.setAttribute("aria-expanded", String(open));
    }

    say(text) { this.status.textContent = text; }
  }

  function element(name, attributes, ...content) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  }

  for (const form of document.querySelectorAll("form[data-suggest]")) new Combobox(form);
}
