// What is bought: the goods, the prices, the tip, the sum.

import { el } from "../app/dom.js";
import { minorOf, money } from "../app/format.js";
import { safePicture } from "../app/links.js";

export class Bill {
  constructor(session, checkout, changed) {
    Object.assign(this, { session, checkout, changed, tip: 0 });
    this.lines = el("dl", { class: "bill" });
    this.node = el("section", { class: "pay-part" }, this.goods(), this.tipPart(), this.lines);
  }

  goods() {
    const { checkout } = this;
    const picture = safePicture(checkout.photo_url);
    return el(
      "div",
      { class: "goods" },
      picture && el("img", { src: picture, alt: "" }),
      el("div", {}, el("p", { class: "goods-title", dir: "auto" }, checkout.title), el("p", { class: "dim", dir: "auto" }, checkout.description), el("p", { class: "dim merchant", dir: "auto" }, checkout.merchant)),
    );
  }

  sum(minor) {
    return money(minor, this.checkout.currency, this.session.words.locale);
  }

  tipPart() {
    const { checkout, session } = this;
    if (!checkout.max_tip_amount) return null;
    const chips = (checkout.suggested_tip_amounts ?? []).map((amount) => this.tipChip(amount));
    this.own = el("input", { inputmode: "decimal", dir: "ltr", placeholder: this.sum(0), aria: { label: session.t("ownTip") } });
    this.own.addEventListener("input", () => this.setTip(Math.min(minorOf(this.own.value || "0", checkout.currency) ?? 0, checkout.max_tip_amount), false));
    return el("div", { class: "tips" }, el("h3", {}, session.t("tip")), el("div", { class: "tip-row" }, chips, this.own));
  }

  tipChip(amount) {
    const chip = el("button", { type: "button", class: "chip", data: { amount }, aria: { pressed: false } }, this.sum(amount));
    chip.addEventListener("click", () => this.setTip(this.tip === amount ? 0 : amount, true));
    return chip;
  }

  setTip(amount, clear) {
    this.tip = amount;
    if (clear) this.own.value = "";
    for (const chip of this.node.querySelectorAll(".chip")) chip.setAttribute("aria-pressed", String(Number(chip.dataset.amount) === amount));
    this.changed();
  }

  draw(shipping) {
    const { t } = this.session;
    const prices = [...this.checkout.prices, ...(shipping?.prices ?? [])];
    const total = prices.reduce((sum, price) => sum + price.amount, this.tip);
    const line = (label, amount, extra = "") => el("div", { class: extra }, el("dt", { dir: "auto" }, label), el("dd", {}, this.sum(amount)));
    this.lines.replaceChildren(...prices.map((price) => line(price.label, price.amount)), ...(this.tip ? [line(t("tip"), this.tip)] : []), line(t("total"), total, "total"));
  }
}
