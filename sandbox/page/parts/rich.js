// A rich message: headings, lists, tables, details, slides, buttons.

import { fileAddress } from "../app/api.js";
import { el } from "../app/dom.js";
import { expandable, preformatted } from "./entities.js";
import { fileChip, pictureButton } from "./media.js";
import { plainRich, richButton, richNodes } from "./richtext.js";

export function richMessage(message, acts) {
  const { blocks, is_rtl: rightToLeft } = message.rich_message;
  return el("div", { class: "rich", dir: rightToLeft ? "rtl" : "auto" }, blockNodes(blocks, acts, message));
}

/** The first words, for the chat list and quotes. */
export function richSummary(rich) {
  const first = (rich?.blocks ?? []).find((block) => block.text || block.summary);
  return first ? plainRich(first.text ?? first.summary) : "";
}

function blockNodes(blocks, acts, message) {
  return (blocks ?? []).map((block) => blockNode(block, acts, message));
}

function blockNode(block, acts, message) {
  const words = () => richNodes(block.text, acts, message);
  const inside = () => blockNodes(block.blocks, acts, message);
  switch (block.type) {
    case "paragraph":
      return el("p", { dir: "auto" }, words());
    case "heading":
      return el(`h${Math.min(Math.max(block.size ?? 2, 1), 6)}`, { dir: "auto", class: "rich-heading" }, words());
    case "pre":
      return preformatted(block.language, words());
    case "footer":
      return el("p", { class: "rich-footer", dir: "auto" }, words());
    case "divider":
      return el("hr");
    case "mathematical_expression":
      return el("pre", { class: "formula" }, block.expression);
    case "anchor":
      return el("span", { id: `anchor-${block.name}` });
    case "list":
      return el("ul", { class: "rich-list" }, block.items.map((item) => listItem(item, acts, message)));
    case "blockquote":
      return el("blockquote", { dir: "auto" }, inside(), credit(block, acts, message));
    case "expandable_blockquote":
      return expandable([words(), credit(block, acts, message)], acts);
    case "pullquote":
      return el("blockquote", { class: "pull", dir: "auto" }, words(), credit(block, acts, message));
    case "details":
      return el("details", { open: block.is_open }, el("summary", { dir: "auto" }, richNodes(block.summary, acts, message)), inside());
    case "table":
      return table(block, acts, message);
    case "buttons":
      return el("div", { class: `rich-buttons to-${block.align ?? "left"}` }, block.buttons.map((button) => richButton(button, acts, message)));
    case "collage":
    case "slideshow":
      return el("figure", { class: block.type, tabindex: block.type === "slideshow" ? "0" : null }, el("div", { class: "frames" }, inside()), caption(block, acts, message));
    case "thinking":
      return el("p", { class: "thinking", dir: "auto" }, words());
    default:
      return mediaBlock(block, acts, message);
  }
}

function listItem(item, acts, message) {
  const box = item.has_checkbox && el("input", { type: "checkbox", disabled: true, checked: item.is_checked });
  return el("li", {}, el("span", { class: "rich-label" }, box || item.label), el("div", {}, blockNodes(item.blocks, acts, message)));
}

function credit(block, acts, message) {
  return block.credit ? el("cite", {}, richNodes(block.credit, acts, message)) : null;
}

function caption(block, acts, message) {
  if (!block.caption) return null;
  return el("figcaption", { dir: "auto" }, richNodes(block.caption.text ?? block.caption, acts, message), credit(block.caption, acts, message));
}

function table(block, acts, message) {
  const classes = [block.is_bordered && "bordered", block.is_striped && "striped", block.is_compact && "compact"];
  const rows = block.cells.map((row) => el("tr", {}, row.map((cell) => tableCell(cell, acts, message))));
  return el(
    "div",
    { class: "table-scroll", tabindex: "0", role: "region", aria: { label: plainRich(block.caption) || acts.words("table") } },
    el("table", { class: classes.filter(Boolean).join(" ") }, block.caption && el("caption", {}, richNodes(block.caption, acts, message)), el("tbody", {}, rows)),
  );
}

function tableCell(cell, acts, message) {
  const side = ["left", "center", "right"].includes(cell.align) ? cell.align : "left";
  return el(
    cell.is_header ? "th" : "td",
    { class: `to-${side}`, colspan: cell.colspan, rowspan: cell.rowspan, dir: "auto" },
    richNodes(cell.text, acts, message),
  );
}

function mediaBlock(block, acts, message) {
  if (block.type === "photo") {
    const largest = block.photo?.at(-1);
    const picture = largest && pictureButton(fileAddress(largest.file_id), largest, block.has_spoiler, acts);
    return el("figure", {}, picture, caption(block, acts, message));
  }
  if (block.type === "map") {
    const { latitude, longitude } = block.location;
    return el("figure", {}, el("p", { class: "place" }, `📍 ${latitude.toFixed(4)}, ${longitude.toFixed(4)}`), caption(block, acts, message));
  }
  const file = block[block.type] ?? null;
  return el("figure", {}, file && fileChip(file, acts), caption(block, acts, message));
}
