// Text with MessageEntity marks, as elements. Offsets count UTF-16 units, as JavaScript strings do.

import { el } from "../app/dom.js";
import { entityTime, fullTime } from "../app/format.js";
import { safeLink } from "../app/links.js";

const MARKS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };

/** `acts`: {follow(url), command(text), mention(username), now, locale, words} */
export function entityNodes(text, entities, acts) {
  const sorted = [...(entities ?? [])]
    .filter((mark) => mark.length > 0 && mark.offset >= 0 && mark.offset + mark.length <= text.length)
    .sort((one, other) => one.offset - other.offset || other.length - one.length);
  return within(text, sorted, 0, text.length, acts);
}

function within(text, entities, start, end, acts) {
  const nodes = [];
  let here = start;
  let next = 0;
  while (next < entities.length) {
    const mark = entities[next];
    const stop = Math.min(mark.offset + mark.length, end);
    if (mark.offset < here || mark.offset >= end) {
      next += 1;
      continue;
    }
    if (mark.offset > here) nodes.push(text.slice(here, mark.offset));
    let last = next + 1;
    while (last < entities.length && entities[last].offset < stop) last += 1;
    const inner = within(text, entities.slice(next + 1, last), mark.offset, stop, acts);
    nodes.push(marked(mark, text.slice(mark.offset, stop), inner, acts));
    here = isBlock(mark) && text[stop] === "\n" && stop < end ? stop + 1 : stop;
    next = last;
  }
  if (here < end) nodes.push(text.slice(here, end));
  return nodes;
}

/** A block breaks the line by itself; the line break after it would make an empty line. */
function isBlock(mark) {
  return ["pre", "blockquote", "expandable_blockquote"].includes(mark.type);
}

function marked(mark, words, inner, acts) {
  if (mark.type in MARKS) return el(MARKS[mark.type], {}, inner);
  switch (mark.type) {
    case "pre":
      return preformatted(mark.language, inner);
    case "spoiler":
      return spoiler(inner, acts);
    case "blockquote":
      return el("blockquote", { dir: "auto" }, inner);
    case "expandable_blockquote":
      return expandable(inner, acts);
    case "url":
      return link(words, inner, acts);
    case "text_link":
      return link(mark.url, inner, acts);
    case "email":
      return el("a", { href: `mailto:${words}` }, inner);
    case "mention":
      return action("mention", inner, () => acts.mention(words.slice(1)));
    case "text_mention":
      return el("span", { class: "mention" }, inner);
    case "bot_command":
      return action("command", inner, () => acts.command(words));
    case "hashtag":
    case "cashtag":
      return el("span", { class: "mention" }, inner);
    case "date_time":
      return moment(mark, inner, acts);
    default:
      return el("span", {}, inner);
  }
}

export function preformatted(language, inner) {
  return el("pre", { dir: "ltr", data: language ? { language } : {} }, el("code", {}, inner));
}

export function spoiler(inner, acts) {
  const show = (event) => {
    if (node.classList.contains("shown")) return;
    event.preventDefault();
    node.classList.add("shown");
    node.removeAttribute("role");
    node.removeAttribute("aria-label");
  };
  const node = el(
    "span",
    {
      class: "spoiler",
      role: "button",
      tabindex: "0",
      onclick: show,
      onkeydown: (event) => ["Enter", " "].includes(event.key) && show(event),
      aria: { label: acts.words("showSpoiler") },
    },
    el("span", {}, inner),
  );
  return node;
}

export function expandable(inner, acts) {
  const quote = el("blockquote", { class: "folded", dir: "auto" }, inner);
  const fold = el("button", { type: "button", class: "unfold", aria: { expanded: false } }, acts.words("showMore"));
  fold.addEventListener("click", () => {
    const folded = quote.classList.toggle("folded");
    fold.textContent = acts.words(folded ? "showMore" : "showLess");
    fold.setAttribute("aria-expanded", String(!folded));
  });
  return el("span", { class: "expandable" }, quote, fold);
}

export function link(address, inner, acts) {
  const telegram = /^tg:\/\//i.test(String(address));
  const href = telegram ? "#" : safeLink(address);
  if (!href) return el("span", { class: "dead-link" }, inner);
  const follow = (event) => {
    event.preventDefault();
    acts.follow(telegram ? address : href);
  };
  return el("a", { href, target: "_blank", rel: "noopener noreferrer", title: address, onclick: follow }, inner);
}

export function action(name, inner, act) {
  return el("button", { type: "button", class: `inline-action ${name}`, onclick: act }, inner);
}

export function moment(mark, inner, acts) {
  const local = entityTime(mark.unix_time, mark.date_time_format ?? "", acts.now(), acts.locale);
  const stamp = { datetime: new Date(mark.unix_time * 1000).toISOString(), title: fullTime(mark.unix_time, acts.locale) };
  return el("time", { class: "moment", ...stamp }, local ?? inner);
}
