// A test card, or Stars.

import { el } from "../app/dom.js";
import { icon } from "../parts/icons.js";
import { CARDS, spaced } from "./cards.js";

export class Method {
  constructor(session, checkout) {
    Object.assign(this, { session, checkout, card: CARDS[0].number });
    this.node = checkout.is_stars ? this.stars() : this.cards();
  }

  cards() {
    const { t } = this.session;
    const choices = CARDS.map((card) => this.choice(card));
    return el("section", { class: "pay-part" }, el("h3", {}, t("testCard")), el("div", { class: "choices", role: "radiogroup", aria: { label: t("testCard") } }, choices));
  }

  choice({ number, words, tone }) {
    const input = el("input", { type: "radio", name: "card", value: number, checked: number === this.card });
    input.addEventListener("change", () => {
      this.card = number;
    });
    return el(
      "label",
      { class: "choice" },
      input,
      el("span", { class: `card-face ${tone}` }, icon("card")),
      el("span", { class: "choice-words" }, el("span", { class: "card-number", dir: "ltr" }, spaced(number)), el("span", { class: "dim" }, this.session.t(words))),
    );
  }

  stars() {
    const { t } = this.session;
    this.short = el("p", { class: "pay-problem", hidden: true }, t("notEnoughStars"));
    return el("section", { class: "pay-part" }, el("div", { class: "balance" }, el("span", {}, t("balance")), el("strong", {}, `⭐ ${this.checkout.balance ?? 0}`)), this.short);
  }

  possible(total) {
    if (!this.checkout.is_stars) return true;
    const enough = (this.checkout.balance ?? total) >= total;
    this.short.hidden = enough;
    return enough;
  }

  body() {
    return this.checkout.is_stars ? {} : { card: this.card };
  }
}
