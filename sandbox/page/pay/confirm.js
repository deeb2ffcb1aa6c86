// The bank asks whether it is really she who pays (3-D Secure).

import { el } from "../app/dom.js";
import { money } from "../app/format.js";
import { ask, done, leaveFor, number } from "./door.js";

const root = document.getElementById("page");
const path = `/sim/stripe/pages/${encodeURIComponent(number)}`;

function question(facts) {
  const what = facts.amount ? `pay ${money(facts.amount, facts.currency.toUpperCase(), navigator.language)}` : "save your card for later";
  const problem = el("p", { class: "pay-problem", role: "alert", hidden: true });
  const buttons = [
    el("button", { type: "button", class: "primary wide", autofocus: true, onclick: () => answer(true) }, "Yes, it is me"),
    el("button", { type: "button", class: "danger wide", onclick: () => answer(false) }, "No"),
  ];
  const answer = async (ok) => {
    for (const button of buttons) button.disabled = true;
    try {
      await leaveFor((await ask(`${path}/confirm`, { ok })).next, root);
    } catch (error) {
      problem.hidden = false;
      problem.textContent = error.message;
    }
  };
  return el("section", { class: "pay-card" }, el("h1", {}, "Your bank asks"), el("p", {}, `Do you want to ${what}?`), problem, buttons, el("p", { class: "dim pay-note" }, "The sandbox plays the bank."));
}

async function begin() {
  try {
    const facts = await ask(path);
    if (facts.status === "requires_action") root.replaceChildren(question(facts));
    else if (facts.next) await leaveFor(facts.next, root);
    else root.replaceChildren(done("Nothing to confirm", "You can close this window."));
    root.querySelector("[autofocus]")?.focus();
  } catch (error) {
    root.replaceChildren(el("p", { class: "pay-problem", role: "alert" }, error.message));
  }
  root.removeAttribute("aria-busy");
}

void begin();
