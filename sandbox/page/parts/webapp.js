// A Mini App in a frame. It may ask to be closed, or to open an invoice or a link; nothing else is heard.

import { el } from "../app/dom.js";
import { safeLink } from "../app/links.js";
import { openSheet } from "./sheet.js";

export function openWebApp(session, address, follow) {
  const href = safeLink(address);
  if (!href) return;

  const frame = el("iframe", { class: "web-app", src: href, title: session.t("webApp"), sandbox: "allow-scripts allow-forms allow-same-origin allow-popups", referrerpolicy: "no-referrer" });
  const listening = new AbortController();
  const sheet = openSheet({ label: session.t("webApp"), title: new URL(href).host, kind: "tall", closeLabel: session.t("close"), onclose: () => listening.abort() });
  sheet.body.append(frame);
  addEventListener("message", (event) => event.source === frame.contentWindow && heed(event.data, sheet, follow), { signal: listening.signal });
}

function heed(data, sheet, follow) {
  const { eventType, eventData } = parse(data);
  if (eventType === "web_app_close") sheet.close();
  else if (eventType === "web_app_open_invoice" && typeof eventData?.slug === "string") void follow(`https://t.me/$${eventData.slug}`);
  else if (eventType === "web_app_open_tg_link" && typeof eventData?.path_full === "string") void follow(`https://t.me${eventData.path_full}`);
  else if (eventType === "web_app_open_link" && typeof eventData?.url === "string") void follow(eventData.url);
}

function parse(data) {
  try {
    return (typeof data === "string" ? JSON.parse(data) : data) ?? {};
  } catch {
    return {};
  }
}
