// The bank's question, and how it went.

import { el } from "../app/dom.js";
import { money } from "../app/format.js";
import { icon } from "../parts/icons.js";

export function confirmation(session, checkout, total, answer) {
  const { t, words } = session;
  const buttons = [
    el("button", { type: "button", class: "quiet", onclick: () => press(false) }, t("reject")),
    el("button", { type: "button", class: "primary", autofocus: true, onclick: () => press(true) }, t("approve")),
  ];
  const press = (ok) => {
    buttons.forEach((button) => {
      button.disabled = true;
    });
    answer(ok);
  };
  return el(
    "div",
    { class: "outcome bank" },
    el("p", { class: "bank-name" }, icon("lock"), t("testBank")),
    el("p", { class: "outcome-title" }, t("bankAsks")),
    el("p", { class: "bank-sum" }, money(total, checkout.currency, words.locale)),
    el("p", { class: "dim", dir: "auto" }, t("bankTo", { merchant: checkout.merchant ?? "" })),
    el("div", { class: "sheet-buttons" }, buttons),
  );
}

const TITLES = { paid: "paidTitle", refused: "refusedTitle", declined: "declinedTitle", timeout: "timeoutTitle" };
const HINTS = { paid: "paidHint", declined: "declinedHint", timeout: "timeoutHint" };

export function outcome(session, checkout, total, { close, again }) {
  const { t, words } = session;
  const good = checkout.status === "paid";
  const hint = checkout.error && !good ? checkout.error : t(HINTS[checkout.status] ?? "refusedHint", { sum: money(total, checkout.currency, words.locale) });
  const left = good && checkout.is_stars && checkout.balance !== undefined ? el("p", { class: "dim" }, `${t("balance")}: ⭐ ${checkout.balance}`) : null;
  return el(
    "div",
    { class: `outcome ${good ? "good" : "bad"}`, role: "status" },
    el("span", { class: "outcome-mark" }, icon(good ? "check" : "cross")),
    el("p", { class: "outcome-title" }, t(TITLES[checkout.status] ?? "refusedTitle")),
    el("p", { dir: "auto" }, hint),
    left,
    el(
      "div",
      { class: "sheet-buttons" },
      good ? null : el("button", { type: "button", class: "quiet", onclick: close }, t("close")),
      el("button", { type: "button", class: "primary", autofocus: true, onclick: good ? close : again }, t(good ? "done" : "tryAgain")),
    ),
  );
}
