// What can be done with one message.

import { el } from "../app/dom.js";
import { avatar } from "./avatar.js";
import { openMenu } from "./menu.js";
import { confirmBox, openSheet } from "./sheet.js";
import { toast } from "./toasts.js";

const EMOJI = ["👍", "❤️", "🔥", "🎉", "😁", "🤔", "👎"];

export function openMessageMenu({ session, acts, composer, message, at }) {
  const { t } = session;
  const head = message.seen.ephemeral ? null : emojiRow(message, acts, t);
  openMenu({ items: itemsFor({ session, acts, composer, message }), head, at, label: t("messageMenu") });
}

function emojiRow(message, acts, t) {
  const mine = message.seen.reactions?.find((reaction) => reaction.mine)?.emoji;
  return el(
    "div",
    { class: "emoji-row", role: "group", aria: { label: t("react") } },
    EMOJI.map((emoji) =>
      el(
        "button",
        {
          type: "button",
          class: emoji === mine ? "mine" : "",
          aria: { label: emoji },
          onclick: (event) => {
            event.currentTarget.closest(".menu").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
            void acts.react(message, emoji === mine ? null : emoji);
          },
        },
        emoji,
      ),
    ),
  );
}

function itemsFor({ session, acts, composer, message }) {
  const { t, api } = session;
  const { seen, chat } = message;
  const text = message.text ?? message.caption;
  const mayWrite = composer.mayWrite();
  const mine = seen.out && seen.by === "person" && !seen.ephemeral;
  const editable = mine && text !== undefined && !message.forward_origin;
  return [
    !seen.ephemeral && mayWrite && { icon: "reply", label: t("reply"), act: () => composer.replyTo(message) },
    text && { icon: "copy", label: t("copyText"), act: () => void acts.copy(text) },
    editable && { icon: "pencil", label: t("edit"), act: () => composer.edit(message) },
    !seen.ephemeral && { icon: "forward", label: t("forward"), act: () => openForward(session, acts, message) },
    !seen.ephemeral && mayPin(session, chat) && { icon: "pin", label: t(seen.pinned ? "unpin" : "pin"), act: () => void acts.try(() => api.pin(chat.id, seen.key, !seen.pinned)) },
    (mine || mayErase(session, message)) && { icon: "bin", label: t("delete"), danger: true, act: () => void erase(session, acts, message) },
  ].filter(Boolean);
}

function mayPin(session, chat) {
  const row = session.row(chat.id);
  return row?.chat.type === "private" || ["creator", "administrator"].includes(row?.member);
}

function mayErase(session, message) {
  const row = session.row(message.chat.id);
  return message.seen.ephemeral || row?.chat.type === "private" || ["creator", "administrator"].includes(row?.member);
}

async function erase(session, acts, message) {
  const { t } = session;
  const sure = message.seen.ephemeral || (await confirmBox({ question: t("deleteSure"), yes: t("delete"), no: t("cancel"), danger: true }));
  if (sure) await acts.try(() => session.api.erase(message.chat.id, message.seen.key));
}

function openForward(session, acts, message) {
  const { t } = session;
  const sheet = openSheet({ label: t("forward"), title: t("forwardTo"), closeLabel: t("close") });
  const send = (row) => async () => {
    sheet.close();
    const sent = await acts.try(() => session.api.forward(message.chat.id, message.seen.key, row.chat.id));
    if (sent) toast(t("forwarded", { title: row.title }));
  };
  const rows = session.sortedRows().filter((row) => !row.hidden).map((row) =>
    el("button", { type: "button", class: "person-entry", onclick: send(row) }, avatar(row.chat.id, row.title, row.photo_url, "small"), el("bdi", { class: "person-name" }, row.title)),
  );
  sheet.body.append(el("div", { class: "sheet-part" }, rows));
  sheet.focusFirst();
}
