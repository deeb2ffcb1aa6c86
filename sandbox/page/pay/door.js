// What both pages share: asking the sandbox, and leaving for where the shop wants its customer.

import { el } from "../app/dom.js";
import { isTelegramLink, safeLink } from "../app/links.js";
import { applyTheme } from "../parts/theme.js";

applyTheme();

export const number = location.pathname.split("/").pop();
export const person = new URLSearchParams(location.search).get("person");

export async function ask(path, body) {
  const method = body === undefined ? "GET" : "POST";
  const options = body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };
  const answer = await fetch(path, { method, ...options });
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.error?.message ?? told.error ?? "The sandbox does not answer.");
  return told;
}

/** The sandbox's own next page, the chat where a t.me link leads, or the shop's page. */
export async function leaveFor(url, root) {
  if (url?.startsWith("/pay/")) return location.assign(withPerson(url));
  if (isTelegramLink(url)) {
    if (person) return location.assign(await inChat(url));
    return root.replaceChildren(done("Done", "You can close this window and go back to the chat."));
  }
  const href = safeLink(url);
  return href ? location.assign(href) : root.replaceChildren(done("Done", "You can close this window."));
}

export function done(title, words) {
  return el("section", { class: "outcome good pay-card" }, el("h1", { class: "outcome-title", tabindex: "-1" }, title), el("p", { class: "dim" }, words));
}

function withPerson(url) {
  if (!person) return url;
  return `${url}${url.includes("?") ? "&" : "?"}person=${encodeURIComponent(person)}`;
}

async function inChat(url) {
  const opened = await ask(`/sim/people/${encodeURIComponent(person)}/open`, { url });
  const chat = opened.chat?.id ?? opened.chat ?? "";
  return `/?person=${encodeURIComponent(person)}#${chat}`;
}
