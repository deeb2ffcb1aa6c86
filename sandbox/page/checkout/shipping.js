// The ways of delivery the bot offered for this address.

import { el } from "../app/dom.js";
import { money } from "../app/format.js";

export class Shipping {
  constructor(session, checkout, changed) {
    Object.assign(this, { session, checkout, changed, chosen: null });
    this.list = el("div", { class: "choices", role: "radiogroup", aria: { label: session.t("shipping") } });
    this.node = el("section", { class: "pay-part", hidden: true }, el("h3", {}, session.t("shipping")), this.list);
  }

  get cost() {
    return (this.chosen?.prices ?? []).reduce((sum, price) => sum + price.amount, 0);
  }

  offer(options) {
    this.node.hidden = false;
    this.list.replaceChildren(...options.map((option, index) => this.choice(option, index === 0)));
    this.chosen = options[0] ?? null;
    this.changed();
    this.list.querySelector("input")?.focus();
    this.node.scrollIntoView({ block: "nearest" });
  }

  choice(option, checked) {
    const cost = option.prices.reduce((sum, price) => sum + price.amount, 0);
    const input = el("input", { type: "radio", name: "shipping", value: option.id, checked });
    input.addEventListener("change", () => {
      this.chosen = option;
      this.changed();
    });
    return el("label", { class: "choice" }, input, el("span", { class: "choice-words", dir: "auto" }, option.title), el("strong", {}, cost ? money(cost, this.checkout.currency, this.session.words.locale) : this.session.t("free")));
  }

  forget() {
    this.chosen = null;
    this.node.hidden = true;
  }
}
