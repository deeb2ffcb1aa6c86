// The grey lines: what happened to the chat, in the reader's language.

import { money, personName } from "../app/format.js";

const names = (users) => users.map(personName).join(", ");

/** The words of a service message, or null when it is none. */
export function serviceWords(message, t, locale) {
  const who = message.seen?.sender_name ?? personName(message.from ?? message.sender_chat);
  const joined = message.new_chat_members;
  const left = message.left_chat_member;
  if (joined) {
    const alone = joined.length === 1 && joined[0].id === message.from?.id;
    return alone ? t("joined", { who }) : t("added", { who, whom: names(joined) });
  }
  if (left) return left.id === message.from?.id ? t("leftChat", { who }) : t("removed", { who, whom: personName(left) });
  if (message.successful_payment) return t("paidLine", { sum: sum(message.successful_payment, locale) });
  if (message.refunded_payment) return t("refundedLine", { sum: sum(message.refunded_payment, locale) });
  if (message.new_chat_title) return t("newTitle", { who, title: message.new_chat_title });
  if (message.pinned_message) return t("pinnedLine", { who });
  return marker(message, t, who);
}

function sum(payment, locale) {
  return money(payment.total_amount, payment.currency, locale);
}

const MARKERS = {
  new_chat_photo: "newPhoto",
  delete_chat_photo: "photoGone",
  group_chat_created: "groupCreated",
  supergroup_chat_created: "groupCreated",
  channel_chat_created: "channelCreated",
  migrate_to_chat_id: "migrated",
  migrate_from_chat_id: "migrated",
  forum_topic_created: "topicCreated",
  forum_topic_edited: "topicEdited",
  forum_topic_closed: "topicClosed",
  forum_topic_reopened: "topicReopened",
  web_app_data: "webAppData",
  write_access_allowed: "writeAllowed",
};

function marker(message, t, who) {
  const field = Object.keys(MARKERS).find((name) => name in message);
  if (field) return t(MARKERS[field], { who, name: message[field]?.name ?? "" });
  return message.seen?.by === "service" ? (message.text ?? t("somethingHappened")) : null;
}

export function isService(message) {
  return serviceWords(message, (key) => key, "en") !== null;
}
