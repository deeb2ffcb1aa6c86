// Checkout: what is bought on one side, the card on the other.

import { el } from "../app/dom.js";
import { money } from "../app/format.js";
import { safePicture } from "../app/links.js";
import { spaced } from "../checkout/cards.js";
import { ask, done, leaveFor, number, person } from "./door.js";
import { address, billing, card, delivery, email, holder, phone } from "./fields.js";

const CARDS = [
  { number: "4242424242424242", words: "pays" },
  { number: "4000002500003155", words: "asks, unless saved" },
  { number: "4000002760003184", words: "asks every time" },
  { number: "4000000000000002", words: "is declined" },
  { number: "4000000000009995", words: "has no funds" },
  { number: "4000000000000341", words: "saves, fails later" },
];
const REFUSED = {
  declined: "Your card was declined. Please try another one.",
  confirmation: "Your bank did not hear that it is you. Please try again or use another card.",
};
const root = document.getElementById("page");
const path = `/sim/stripe/pages/${encodeURIComponent(number)}`;

class Checkout {
  constructor(facts, payer) {
    this.facts = facts;
    this.delivery = facts.delivery?.length ? delivery(facts.delivery, (way) => this.price(way.amount), () => this.reprice()) : null;
    this.total = this.sum();
    this.address = facts.countries ? address(facts.countries) : facts.wants_address ? billing() : [];
    this.card = card(spaced(CARDS[0].number));
    this.plain = [email(facts.email ?? payer.email ?? ""), ...(facts.wants_phone ? [phone()] : []), this.card, holder(payer.name ?? "")];
    this.problem = el("p", { class: "pay-problem", role: "alert", hidden: true });
    this.words = el("span", {}, this.verb());
    this.button = el("button", { type: "submit", class: "primary wide pay-button" }, el("span", { class: "spinner" }), this.words);
    root.replaceChildren(this.summary(), this.form());
    this.complain(REFUSED[new URLSearchParams(location.search).get("refused")] ?? "");
    [...this.address, ...this.plain].find(({ value }) => !value)?.input.focus();
  }

  price(minor) {
    return money(minor, this.facts.currency.toUpperCase(), navigator.language);
  }

  sum() {
    if (this.facts.mode !== "payment") return null;
    const goods = this.facts.items.reduce((all, { amount }) => all + amount, 0);
    return this.price(goods + (this.delivery?.chosen.amount ?? 0));
  }

  reprice() {
    this.total = this.sum();
    this.head.textContent = this.total;
    this.way.replaceWith((this.way = this.wayLine()));
    this.words.textContent = this.verb();
  }

  verb() {
    if (this.facts.mode === "setup") return "Save card";
    return this.facts.is_held ? `Reserve ${this.total}` : `Pay ${this.total}`;
  }

  summary() {
    const { facts } = this;
    const back = facts.cancel_url && el("button", { type: "button", class: "inline-action", onclick: () => leaveFor(facts.cancel_url, root) }, "← Back");
    const lines = facts.items.map((item) => this.line(item));
    if (this.delivery) lines.push((this.way = this.wayLine()));
    this.head = el("h1", {}, facts.mode === "setup" ? "Save your card" : this.total);
    const note = facts.mode === "setup" ? "Nothing is charged now." : facts.is_held ? "The money is only reserved now." : null;
    return el("section", { class: "pay-summary" }, back, this.head, note && el("p", { class: "dim" }, note), el("ul", { class: "pay-lines" }, lines), facts.words.message && el("p", {}, facts.words.message));
  }

  line(item) {
    const picture = safePicture(item.image);
    const many = item.quantity > 1 ? `${item.quantity} × ` : "";
    const words = el("div", {}, el("p", { class: "pay-line-name" }, many, item.name), item.more && el("p", { class: "dim" }, item.more));
    return el("li", {}, picture && el("img", { src: picture, alt: "" }), words, el("span", {}, this.price(item.amount)));
  }

  wayLine() {
    const { name, amount } = this.delivery.chosen;
    return el("li", { class: "pay-way" }, el("div", {}, el("p", {}, "Delivery"), el("p", { class: "dim" }, name)), el("span", {}, this.price(amount)));
  }

  form() {
    const samples = CARDS.map(({ number: digits, words }) => el("button", { type: "button", class: "chip pay-sample", onclick: () => this.use(digits) }, el("span", { class: "card-number" }, spaced(digits)), el("span", { class: "dim" }, words)));
    const form = el(
      "form",
      { class: "pay-card", novalidate: true },
      this.address.length > 0 && el("h2", {}, this.facts.countries ? "Delivery" : "Billing address"),
      this.address.map(({ node }) => node),
      this.delivery?.node,
      el("h2", {}, "Card"),
      this.plain.map(({ node }) => node),
      el("details", { open: true }, el("summary", {}, "Test cards"), el("div", { class: "pay-samples" }, samples)),
      this.problem,
      this.button,
      el("p", { class: "dim pay-note" }, "Sandbox: no real money, no real cards."),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submit();
    });
    return form;
  }

  use(digits) {
    this.card.input.value = spaced(digits);
    this.card.complain("");
    this.button.focus();
  }

  async submit() {
    const wrong = [...this.address, ...this.plain].filter((field) => !field.check());
    if (wrong.length || this.busy) return wrong[0]?.input.focus();
    this.setBusy(true);
    this.complain("");
    try {
      await leaveFor((await ask(`${path}/pay`, this.body())).next, root);
    } catch (error) {
      this.complain(error.message);
      this.setBusy(false);
    }
    return undefined;
  }

  body() {
    const body = Object.fromEntries(this.plain.map(({ name, value }) => [name, value]));
    if (this.address.length) {
      const { shipping_name: name, country, ...rest } = Object.fromEntries(this.address.map((field) => [field.name, field.value]));
      const where = { ...rest, country: country.toUpperCase() };
      if (this.delivery) body.shipping_rate = this.delivery.chosen.rate;
      if (this.facts.countries) body.shipping = { name, address: where };
      else body.address = where;
    }
    return body;
  }

  setBusy(busy) {
    this.busy = busy;
    this.button.classList.toggle("busy", busy);
    this.button.disabled = busy;
  }

  complain(words) {
    this.problem.hidden = !words;
    this.problem.textContent = words;
  }
}

async function payer() {
  const people = person ? await ask("/sim/people") : [];
  const found = people.find(({ id }) => String(id) === person);
  if (!found) return {};
  return { name: [found.first_name, found.last_name].filter(Boolean).join(" "), email: found.username ? `${found.username}@example.org` : "" };
}

async function begin() {
  try {
    const facts = await ask(path);
    if (facts.status === "complete") await leaveFor(facts.next, root);
    else if (facts.status === "expired") root.replaceChildren(done("This page has expired", "Ask the shop for a new link. Nothing was charged."));
    else new Checkout(facts, await payer());
  } catch (error) {
    root.replaceChildren(el("p", { class: "pay-problem", role: "alert" }, error.message));
  }
  root.removeAttribute("aria-busy");
}

void begin();
