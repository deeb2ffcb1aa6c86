// One line that stands for a message: in the chat list, in quotes, for screen readers.

import { money } from "../app/format.js";
import { richSummary } from "./rich.js";
import { serviceWords } from "./service.js";

const KINDS = [
  ["photo", "🖼", "photo"],
  ["video", "🎬", "video"],
  ["animation", "🎞", "video"],
  ["voice", "🎤", "voice"],
  ["audio", "🎵", "audio"],
  ["location", "📍", "location"],
  ["contact", "👤", "contact"],
];

export function summaryOf(message, session) {
  if (!message) return "";
  const { t } = session;
  const service = serviceWords(message, t, session.words.locale);
  if (service) return service;
  if (message.invoice) return `🧾 ${message.invoice.title} · ${money(message.invoice.total_amount, message.invoice.currency, session.words.locale)}`;
  if (message.poll) return `📊 ${message.poll.question}`;
  if (message.rich_message) return richSummary(message.rich_message) || t("richMessage");
  if (message.text) return message.text;

  const kind = KINDS.find(([field]) => message[field]);
  if (kind) return `${kind[1]} ${message.caption || t(kind[2])}`;
  if (message.document) return `📎 ${message.caption || message.document.file_name || t("file")}`;
  return message.caption ?? message.sticker?.emoji ?? message.dice?.emoji ?? t("message");
}
