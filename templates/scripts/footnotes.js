// Notes open where they are called, below their paragraph; the text is not lost. Without scripts the link leads to the end.

import { all, button, made } from "./elements.js";

/** Wires every call of a note on the page. @param {Document} page @param {string} close what the button is called */
export function startFootnotes(page, close) {
  for (const call of /** @type {HTMLAnchorElement[]} */ (all(page, "a.footnote-ref"))) {
    const note = page.getElementById(decodeURIComponent(call.hash.slice(1)));
    if (!note) continue;
    call.setAttribute("aria-expanded", "false");
    call.addEventListener("click", (event) => {
      event.preventDefault();
      toggle(call, note, close);
    });
  }
}

/** @param {HTMLAnchorElement} call @param {HTMLElement} note @param {string} close */
function toggle(call, note, close) {
  const open = call.ownerDocument.getElementById(`open-${note.id}`);
  if (open) return shut(call, open);
  const page = call.ownerDocument;
  const shown = made(page, "aside", "ds-note");
  shown.id = `open-${note.id}`;
  shown.tabIndex = -1;
  shown.setAttribute("aria-label", call.textContent ?? "");
  const text = shown.appendChild(made(page, "div", "ds-note__text"));
  text.append(...[...note.cloneNode(true).childNodes]);
  for (const each of text.querySelectorAll(".footnote-backref")) each.remove();
  for (const each of text.querySelectorAll("[id]")) each.removeAttribute("id");
  const away = shown.appendChild(button(page, "ds-note__close", "", () => shut(call, shown)));
  away.setAttribute("aria-label", close);
  shown.addEventListener("keydown", (event) => event.key === "Escape" && shut(call, shown));
  const block = call.closest("p, li, blockquote, dd, figure") ?? call;
  if (block.matches("li, dd")) block.append(shown);
  else block.after(shown);
  call.setAttribute("aria-expanded", "true");
  shown.focus({ preventScroll: true });
}

/** @param {HTMLElement} call @param {HTMLElement} shown */
function shut(call, shown) {
  shown.remove();
  call.setAttribute("aria-expanded", "false");
  call.focus({ preventScroll: true });
}
