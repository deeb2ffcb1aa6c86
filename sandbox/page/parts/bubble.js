// One bubble: a message, or the messages of one album.

import { el } from "../app/dom.js";
import { clockTime, fullTime, money, personName } from "../app/format.js";
import { safePicture } from "../app/links.js";
import { avatar, tint } from "./avatar.js";
import { entityNodes } from "./entities.js";
import { icon } from "./icons.js";
import { inlineKeyboard } from "./keys.js";
import { album, attachments } from "./media.js";
import { pollCard } from "./poll.js";
import { richMessage } from "./rich.js";
import { serviceWords } from "./service.js";
import { summaryOf } from "./summary.js";

/** `unit`: {key, messages, first, last} where first and last say how it stands in its sender's group. */
export function unitNode(unit, session, acts) {
  const [message] = unit.messages;
  const service = serviceWords(message, session.t, session.words.locale);
  return service ? serviceLine(unit, service, session, acts) : bubbleLine(unit, session, acts);
}

function serviceLine(unit, words, session, acts) {
  const [message] = unit.messages;
  const paid = message.successful_payment || message.refunded_payment;
  const shown = message.pinned_message
    ? el("button", { type: "button", class: "inline-action", onclick: () => acts.jump(message.pinned_message) }, words)
    : words;
  return el(
    "li",
    { class: `service ${paid ? "paid" : ""}`, tabindex: "-1", data: { key: unit.key } },
    el("span", { dir: "auto", title: fullTime(message.date, session.words.locale) }, shown),
  );
}

function bubbleLine(unit, session, acts) {
  const [message] = unit.messages;
  const { seen } = message;
  const lone = session.place && session.row(session.place.chat)?.chat.type === "private";
  const classes = ["line", seen.out ? "out" : "in", unit.first && "first", unit.last && "last", seen.ephemeral && "ephemeral"];
  const face = !seen.out && !lone ? el("span", { class: "face" }, unit.last ? senderAvatar(message) : null) : null;
  const bubble = el("div", { class: "bubble" }, bubbleParts(unit, session, acts, lone));
  return el(
    "li",
    { class: classes.filter(Boolean).join(" "), tabindex: "-1", data: { key: unit.key }, aria: { label: spoken(message, session) } },
    face,
    el("div", { class: "column" }, bubble, inlineKeyboard(unit.messages.at(-1), acts)),
    moreButton(message, session, acts),
  );
}

function bubbleParts(unit, session, acts, lone) {
  const [message] = unit.messages;
  const captioned = unit.messages.find((each) => each.caption) ?? message;
  const pictures = album(unit.messages, acts);
  const room = stampRoom(unit, message, session);
  const words = textBlock(captioned, acts, room);
  const body = message.show_caption_above_media ? [words, pictures] : [pictures, words];
  return [
    message.seen.ephemeral && ephemeralMark(session),
    unit.first && !message.seen.out && !lone && senderName(message, session),
    forwardedLine(message, session),
    quotedLine(message, session, acts),
    unit.messages.map((each) => attachments(each, acts)),
    message.invoice ? invoiceCard(message, session) : body,
    message.rich_message && richMessage(message, acts),
    message.poll && pollCard(message, acts),
    reactions(unit, acts),
    stamp(message, unit, session, room > 0 ? "beside" : pictures && !words && !isReacted(unit) && !message.invoice ? "over" : ""),
  ];
}

function isReacted(unit) {
  return unit.messages.some((each) => each.seen.reactions?.length);
}

/** Where words end a bubble, its time stands beside their last line: room for it in pixels, else 0. */
function stampRoom(unit, message, session) {
  const captioned = unit.messages.some((each) => each.text || each.caption);
  if (!captioned || isReacted(unit) || message.invoice || message.show_caption_above_media) return 0;
  const signs = clockTime(message.date, session.words.locale).length + (message.seen.edited ? session.t("edited").length + 1 : 0);
  return 14 + signs * 7.2 + (message.seen.pinned ? 18 : 0);
}

function ephemeralMark(session) {
  return el("p", { class: "only-you" }, icon("eye"), session.t("onlyYou"));
}

function senderAvatar(message) {
  return avatar(senderId(message), message.seen.sender_name, message.seen.photo_url, "small");
}

export function senderId(message) {
  return message.sender_chat?.id ?? message.from?.id ?? 0;
}

function senderName(message, session) {
  const tag = message.seen.by === "bot" ? session.t("bot") : (message.author_signature ?? message.sender_tag);
  return el(
    "p",
    { class: `sender ink-${tint(senderId(message))}` },
    el("bdi", {}, message.seen.sender_name),
    tag && el("span", { class: "tag" }, tag),
    message.via_bot && el("span", { class: "dim" }, ` ${session.t("via", { bot: message.via_bot.username })}`),
  );
}

function forwardedLine(message, session) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const from = origin.sender_user_name ?? personName(origin.sender_user ?? origin.sender_chat ?? origin.chat);
  return el("p", { class: "forwarded" }, icon("forward"), el("span", { dir: "auto" }, session.t("forwardedFrom", { who: from })));
}

function quotedLine(message, session, acts) {
  const quoted = message.reply_to_message;
  if (!quoted || quoted.forum_topic_created) return null;
  const who = quoted.seen?.sender_name ?? personName(quoted.sender_chat ?? quoted.from);
  const words = message.quote?.text ?? summaryOf(quoted, session);
  return el(
    "button",
    { type: "button", class: `quoted edge-${tint(senderId(quoted))}`, onclick: () => acts.jump(quoted) },
    el("span", { class: `quoted-who ink-${tint(senderId(quoted))}`, dir: "auto" }, who),
    el("span", { class: "quoted-words", dir: "auto" }, words),
  );
}

function textBlock(message, acts, room) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const onlyEmoji = /^(?:\p{Extended_Pictographic}[\u{FE0F}\u{200D}\u{1F3FB}-\u{1F3FF}]*){1,3}$/u.test(text);
  return el(
    "div",
    { class: `words ${onlyEmoji ? "big-emoji" : ""}`, dir: "auto" },
    entityNodes(text, message.entities ?? message.caption_entities, acts),
    room > 0 && el("span", { class: "stamp-room", style: { width: `${room}px` }, aria: { hidden: true } }),
  );
}

function invoiceCard(message, session) {
  const { invoice } = message;
  const photo = safePicture(message.seen.photos?.at(-1));
  return el(
    "div",
    { class: "invoice" },
    photo && el("img", { src: photo, alt: "", loading: "lazy" }),
    el("p", { class: "invoice-title", dir: "auto" }, invoice.title),
    el("p", { class: "invoice-words", dir: "auto" }, invoice.description),
    el(
      "p",
      { class: "invoice-sum" },
      el("strong", {}, money(invoice.total_amount, invoice.currency, session.words.locale)),
      el("span", { class: "tag" }, session.t("testInvoice")),
    ),
  );
}

function reactions(unit, acts) {
  const given = unit.messages.flatMap((message) => (message.seen.reactions ?? []).map((reaction) => ({ message, reaction })));
  if (!given.length) return null;
  const chips = given.map(({ message, reaction }) =>
    el(
      "button",
      {
        type: "button",
        class: `reaction ${reaction.mine ? "mine" : ""}`,
        onclick: () => acts.react(message, reaction.mine ? null : reaction.emoji),
        aria: { pressed: Boolean(reaction.mine) },
      },
      reaction.emoji,
      el("span", {}, reaction.count),
    ),
  );
  return el("div", { class: "reactions" }, chips);
}

function stamp(message, unit, session, place) {
  const { locale } = session.words;
  return el(
    "span",
    { class: `stamp ${place}` },
    unit.messages.some((each) => each.seen.pinned) ? icon("pin") : null,
    message.seen.edited ? el("span", { class: "edited" }, session.t("edited")) : null,
    el("time", { datetime: new Date(message.date * 1000).toISOString(), title: fullTime(message.date, locale) }, clockTime(message.date, locale)),
  );
}

function spoken(message, session) {
  const who = message.seen.out ? session.t("you") : message.seen.sender_name;
  const aside = message.seen.ephemeral ? `${session.t("onlyYou")}. ` : "";
  return `${aside}${who}: ${summaryOf(message, session)}, ${clockTime(message.date, session.words.locale)}`;
}

function moreButton(message, session, acts) {
  const open = (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    acts.menu(message, { x: box.left, y: box.bottom + 4 });
  };
  return el(
    "button",
    { type: "button", class: "round more", tabindex: "-1", onclick: open, aria: { label: session.t("messageMenu"), haspopup: "menu" } },
    icon("more"),
  );
}
