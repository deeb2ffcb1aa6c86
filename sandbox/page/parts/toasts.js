// Short words at the bottom, and alerts that wait to be read.

import { el } from "../app/dom.js";
import { openSheet } from "./sheet.js";

const SHOWN = 4000;
const SAME_WITHIN = 2500;
let latest = { text: "", at: 0 };

export function toast(text, tone = "") {
  const twice = latest.text === text && performance.now() - latest.at < SAME_WITHIN;
  if (!text || twice) return;

  latest = { text, at: performance.now() };
  const note = el("div", { class: `toast ${tone}`, dir: "auto" }, text);
  document.getElementById("toasts").append(note);
  setTimeout(() => note.classList.add("leaving"), SHOWN);
  setTimeout(() => note.remove(), SHOWN + 300);
}

export function alertBox(text, ok) {
  const sheet = openSheet({ label: text, kind: "alert", role: "alertdialog" });
  sheet.body.append(
    el("p", { class: "alert-words", dir: "auto" }, text),
    el("div", { class: "sheet-buttons" }, el("button", { class: "primary", onclick: () => sheet.close(), autofocus: true }, ok)),
  );
  sheet.focusFirst();
  return sheet;
}

/** Say something to a screen reader only. */
export function announce(text) {
  const log = document.getElementById("announcer");
  log.append(el("div", {}, text));
  while (log.children.length > 5) log.firstChild.remove();
}
