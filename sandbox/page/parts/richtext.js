// RichText: a string, a list, or one typed mark around another RichText.

import { el } from "../app/dom.js";
import { action, link, moment, spoiler } from "./entities.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  subscript: "sub",
  superscript: "sup",
  marked: "mark",
  code: "code",
};

export function richNodes(text, acts, message) {
  if (text === null || text === undefined) return [];
  if (typeof text === "string") return [text];
  if (Array.isArray(text)) return text.flatMap((part) => richNodes(part, acts, message));

  const inner = richNodes(text.text, acts, message);
  if (text.type in TAGS) return [el(TAGS[text.type], {}, inner)];
  return [special(text, inner, acts, message)];
}

function special(text, inner, acts, message) {
  switch (text.type) {
    case "spoiler":
      return spoiler(inner, acts);
    case "date_time":
      return moment(text, inner, acts);
    case "url":
      return link(text.url, inner, acts);
    case "email_address":
      return el("a", { href: `mailto:${text.email_address}` }, inner);
    case "mention":
      return action("mention", inner, () => acts.mention(String(text.username).replace(/^@/, "")));
    case "bot_command":
      return action("command", inner, () => acts.command(text.bot_command));
    case "custom_emoji":
      return el("span", {}, text.alternative_text);
    case "mathematical_expression":
      return el("code", { class: "formula" }, text.expression);
    case "button":
      return richButton(text.button, acts, message);
    case "anchor":
      return el("span", { id: `anchor-${text.name}` });
    default:
      return el("span", { class: ["hashtag", "cashtag", "text_mention"].includes(text.type) ? "mention" : "" }, inner);
  }
}

export function richButton(button, acts, message) {
  const node = el(
    "button",
    { type: "button", class: `key ${styleOf(button)}`, disabled: Boolean(button.disabled) },
    el("span", { class: "key-label", dir: "auto" }, richNodes(button.text, acts, message)),
  );
  node.addEventListener("click", () => acts.pressRich(message, button, node));
  return node;
}

export function styleOf(button) {
  return ["primary", "success", "danger"].includes(button.style) ? `key-${button.style}` : "";
}

export function plainRich(text) {
  if (text === null || text === undefined) return "";
  if (typeof text === "string") return text;
  if (Array.isArray(text)) return text.map(plainRich).join("");
  return text.alternative_text ?? text.expression ?? plainRich(text.button?.text ?? text.text);
}
