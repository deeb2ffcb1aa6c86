// The tabs of a forum: everything, and each topic.

import { el } from "../app/dom.js";
import { placeAddress, samePlace } from "../app/route.js";

export function topicTabs(session, row, place) {
  const topics = row.topics ?? [];
  if (!topics.length) return [];
  const all = { chat: place.chat, thread: null };
  const places = [
    { name: session.t("allTopics"), place: all, unread: 0 },
    ...topics.map((topic) => ({ name: topic.name, unread: topic.unread, place: { chat: place.chat, thread: String(topic.message_thread_id) } })),
  ];
  return [el("nav", { class: "tabs", aria: { label: session.t("topics") } }, places.map((tab) => tabLink(tab, place)))];
}

function tabLink(tab, place) {
  const here = samePlace(tab.place, { chat: place.chat, thread: place.thread ?? null });
  return el(
    "a",
    { class: "tab", href: placeAddress(tab.place), aria: here ? { current: "page" } : {} },
    el("bdi", {}, tab.name),
    tab.unread > 0 && el("span", { class: "badge" }, tab.unread),
  );
}
