// Inline keyboards. A pressed button shows progress until the bot has answered.

import { el, toggle } from "../app/dom.js";
import { icon } from "./icons.js";
import { styleOf } from "./richtext.js";

export function inlineKeyboard(message, acts) {
  const rows = message.seen.buttons ?? message.reply_markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  const nodes = rows.map((row, r) => el("div", { class: "key-row" }, row.map((button, c) => key(message, button, r, c, acts))));
  return el("div", { class: "keyboard", role: "group", aria: { label: acts.words("buttons") } }, nodes);
}

function key(message, button, row, column, acts) {
  const node = el(
    "button",
    { type: "button", class: `key ${styleOf(button)} ${button.pay ? "key-pay" : ""}`, disabled: Boolean(button.disabled) },
    el("span", { class: "key-label", dir: "auto" }, button.text),
    corner(button),
    el("span", { class: "spinner", aria: { hidden: true } }),
  );
  setBusy(node, acts.isPressed(message, row, column));
  node.addEventListener("click", () => acts.press(message, button, { row, column }, node));
  return node;
}

function corner(button) {
  const kind = [
    ["url", "link"],
    ["login_url", "link"],
    ["pay", "card"],
    ["copy_text", "copy"],
    ["web_app", "web"],
    ["switch_inline_query", "forward"],
    ["switch_inline_query_chosen_chat", "forward"],
  ].find(([field]) => button[field] !== undefined && button[field] !== false);
  return kind ? el("span", { class: "key-corner" }, icon(kind[1])) : null;
}

export function setBusy(node, busy) {
  toggle(node, "busy", busy);
  node.setAttribute("aria-busy", String(Boolean(busy)));
}
