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
  const host = document.getElementById("toasts");
  host.append(note);
  raise(host);
  announce(text);
  setTimeout(() => note.classList.add("leaving"), SHOWN);
  setTimeout(() => leave(note, host), SHOWN + 300);
}

/** Above everything, an open sheet as well: the latest popover lies on top. */
function raise(host) {
  if (host.matches(":popover-open")) host.hidePopover();
  host.showPopover();
}

function leave(note, host) {
  note.remove();
  if (!host.children.length && host.matches(":popover-open")) host.hidePopover();
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
