// What stands above the input while replying or editing, and in its place where one cannot write.

import { el } from "../app/dom.js";
import { roundButton } from "./chatlist.js";
import { icon } from "./icons.js";
import { summaryOf } from "./summary.js";

export function aboutBar(session, { kind, message }, cancel) {
  const { t } = session;
  const title = kind === "edit" ? t("editing") : t("replyingTo", { who: message.seen.out ? t("you") : message.seen.sender_name });
  return el(
    "div",
    { class: "about" },
    icon(kind === "edit" ? "pencil" : "reply"),
    el("span", { class: "about-words" }, el("strong", { dir: "auto" }, title), el("span", { class: "dim", dir: "auto" }, summaryOf(message, session))),
    roundButton("close", t("cancel"), cancel),
  );
}

/** The one button, or the reason, that stands where one could write; null where one can. */
export function insteadOfWriting(session, acts, row) {
  const { t, api } = session;
  const name = row.chat.username;
  const button = (words, deed) => el("button", { type: "button", class: "primary wide", onclick: () => void acts.try(deed) }, words);
  if (row.blocked) return button(t("unblock"), () => api.unblock(name));
  if (row.bot && !row.bot.started) return button(t("start"), () => api.start(name));
  if (row.member === "left") return button(t("join"), () => api.join(row.chat.id));
  if (row.member === "kicked") return el("p", { class: "dim" }, t("youWereRemoved"));
  if (row.chat.type === "channel" && !["creator", "administrator"].includes(row.member)) return el("p", { class: "dim" }, t("channelReadOnly"));
  return null;
}
