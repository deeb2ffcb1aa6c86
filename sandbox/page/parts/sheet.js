// One modal sheet: the browser's own <dialog>, which keeps focus inside and closes on Esc.

import { el } from "../app/dom.js";
import { icon } from "./icons.js";

/** {label, title?, kind?, closeLabel?, onclose?} -> {node, body, close, focusFirst} */
export function openSheet({ label, title, kind = "", role, closeLabel = "Close", onclose }) {
  const body = el("div", { class: "sheet-body" });
  const node = el("dialog", { class: `sheet ${kind}`, role, aria: { label: title ?? label } });
  const close = () => node.close();
  if (title) node.append(sheetHead(title, closeLabel, close));
  node.append(body);

  const before = document.activeElement;
  node.addEventListener("close", () => {
    node.remove();
    onclose?.();
    if (before?.isConnected) before.focus();
  });
  node.addEventListener("pointerdown", (event) => {
    if (event.target === node && kind !== "alert") close();
  });
  document.body.append(node);
  node.showModal();
  return { node, body, close, focusFirst: () => focusFirst(body) };
}

function sheetHead(title, closeLabel, close) {
  return el(
    "header",
    { class: "sheet-head" },
    el("h2", { dir: "auto" }, title),
    el("button", { class: "round", type: "button", onclick: close, aria: { label: closeLabel }, title: closeLabel }, icon("close")),
  );
}

function focusFirst(body) {
  body.querySelector("[autofocus], input:not([type=hidden]), button, textarea, select")?.focus();
}

/** A yes-or-no question; resolves to true or false. */
export function confirmBox({ question, yes, no, danger = false }) {
  return new Promise((resolve) => {
    let answer = false;
    const sheet = openSheet({ label: question, kind: "alert", role: "alertdialog", onclose: () => resolve(answer) });
    const say = (value) => () => {
      answer = value;
      sheet.close();
    };
    sheet.body.append(
      el("p", { class: "alert-words", dir: "auto" }, question),
      el(
        "div",
        { class: "sheet-buttons" },
        el("button", { class: "quiet", onclick: say(false) }, no),
        el("button", { class: danger ? "danger" : "primary", onclick: say(true), autofocus: true }, yes),
      ),
    );
    sheet.focusFirst();
  });
}
