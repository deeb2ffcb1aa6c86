// A context menu that a mouse and a keyboard can use.

import { el } from "../app/dom.js";
import { icon } from "./icons.js";

let open = null;

/** `items`: [{icon, label, act, danger?}]; `head`: a node above them; `at`: {x, y}. */
export function openMenu({ items, head, at, label }) {
  closeMenu();
  const before = document.activeElement;
  const node = el("div", { class: "menu", role: "menu", aria: { label } }, head, items.map(menuItem));
  document.body.append(node);
  place(node, at);

  open = { node, before };
  node.addEventListener("keydown", moveInMenu);
  setTimeout(() => document.addEventListener("pointerdown", closeOutside), 0);
  (node.querySelector(".menu-item") ?? node.querySelector("button"))?.focus();
}

function menuItem({ icon: name, label, act, danger }) {
  const run = () => {
    closeMenu();
    act();
  };
  return el("button", { class: `menu-item ${danger ? "risky" : ""}`, role: "menuitem", type: "button", onclick: run }, icon(name), label);
}

function place(node, { x, y }) {
  const { width, height } = node.getBoundingClientRect();
  node.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  node.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
}

function moveInMenu(event) {
  const buttons = [...open.node.querySelectorAll("button")];
  const here = buttons.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step) buttons.at((here + step + buttons.length) % buttons.length).focus();
  else if (event.key === "Escape" || event.key === "Tab") closeMenu();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function closeOutside(event) {
  if (open && !open.node.contains(event.target)) closeMenu();
}

export function closeMenu() {
  if (!open) return;
  const { node, before } = open;
  open = null;
  document.removeEventListener("pointerdown", closeOutside);
  node.remove();
  if (before?.isConnected) before.focus();
}
