// The payment sheet: what is bought, where it goes, how it is paid, how it went.

import { checkouts } from "../app/api.js";
import { el } from "../app/dom.js";
import { money } from "../app/format.js";
import { openSheet } from "../parts/sheet.js";
import { announce } from "../parts/toasts.js";
import { Bill } from "./bill.js";
import { Details } from "./details.js";
import { Method } from "./method.js";
import { confirmation, outcome } from "./outcome.js";
import { Shipping } from "./shipping.js";

let open = null;

export function openCheckout(session, checkout) {
  open?.sheet.close();
  open = new CheckoutSheet(session, checkout);
}

/** News of a checkout that may be the open one. */
export function checkoutChanged(checkout) {
  if (open?.checkout.id === checkout.id) open.news(checkout);
}

class CheckoutSheet {
  constructor(session, checkout) {
    Object.assign(this, { session, checkout, saved: false, busy: false });
    const { t } = session;
    this.sheet = openSheet({ label: t("payment"), title: t("payment"), kind: "pay", closeLabel: t("close"), onclose: () => this.closed() });
    this.bill = new Bill(session, checkout, () => this.drawTotal());
    this.details = new Details(session, checkout.needs ?? {}, () => this.detailsChanged());
    this.shipping = new Shipping(session, checkout, () => this.drawTotal());
    this.method = new Method(session, checkout);
    this.problem = el("p", { class: "pay-problem", role: "alert", hidden: true });
    this.button = el("button", { type: "submit", class: "primary wide pay-button" });
    this.form = el("form", { class: "pay-form", novalidate: true }, this.bill.node, this.details.node, this.shipping.node, this.method.node, el("div", { class: "pay-foot" }, this.problem, this.button, el("p", { class: "dim pay-note" }, t("noRealMoney"))));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.next();
    });
    this.sheet.body.append(this.form);
    this.drawTotal();
    if (checkout.status !== "open") this.show(checkout);
    (this.details.node ?? this.method.node)?.querySelector("input")?.focus({ preventScroll: true });
  }

  /** The server's own total already has the tip and the delivery of the last attempt in it. */
  get total() {
    const goods = this.checkout.prices.reduce((sum, price) => sum + price.amount, 0);
    return goods + this.bill.tip + this.shipping.cost;
  }

  closed() {
    if (open === this) open = null;
  }

  drawTotal() {
    const { t, words } = this.session;
    this.bill.draw(this.shipping.chosen);
    const sum = money(this.total, this.checkout.currency, words.locale);
    this.button.replaceChildren(el("span", { class: "spinner" }), this.mustAskShipping() ? t("toShipping") : t("paySum", { sum }));
    this.button.disabled = this.busy || !this.method.possible(this.total);
  }

  mustAskShipping() {
    return this.checkout.is_flexible && !this.saved;
  }

  detailsChanged() {
    this.saved = false;
    this.shipping.forget();
    this.complain("");
    this.drawTotal();
  }

  async next() {
    if (this.busy) return;
    this.complain("");
    if (!this.details.complete()) return;
    await this.work(async () => {
      if (!this.saved && this.details.node) await this.saveDetails();
      else if (this.checkout.is_flexible && !this.shipping.chosen) this.complain(this.session.t("chooseShipping"));
      else await this.pay();
    });
  }

  async saveDetails() {
    this.details.remember();
    this.checkout = { ...this.checkout, ...(await checkouts.details(this.checkout.id, this.details.values())) };
    this.saved = true;
    if (!this.checkout.is_flexible) return this.pay();
    this.shipping.offer(this.checkout.shipping_options ?? []);
    return undefined;
  }

  async pay() {
    const body = { ...this.method.body(), tip: this.bill.tip || undefined, shipping_option: this.shipping.chosen?.id };
    this.show(await checkouts.pay(this.checkout.id, body));
  }

  async work(deed) {
    this.setBusy(true);
    try {
      await deed();
    } catch (error) {
      this.complain(error.message || this.session.t("noAnswer"));
    } finally {
      this.setBusy(false);
    }
  }

  setBusy(busy) {
    this.busy = busy;
    this.button.classList.toggle("busy", busy);
    this.button.setAttribute("aria-busy", String(busy));
    this.drawTotal();
  }

  complain(words) {
    this.problem.hidden = !words;
    this.problem.textContent = words;
    if (words) this.problem.scrollIntoView({ block: "nearest" });
  }

  news(checkout) {
    if (!this.busy && checkout.status !== this.checkout.status) this.show(checkout);
  }

  show(checkout) {
    this.checkout = { ...this.checkout, ...checkout };
    const { status } = checkout;
    if (status === "confirm") return this.put(confirmation(this.session, this.checkout, this.total, (ok) => this.confirm(ok)));
    if (status === "open") return this.put(this.form);
    const node = outcome(this.session, this.checkout, this.total, { close: () => this.sheet.close(), again: () => this.again() });
    announce(node.textContent);
    if (status === "paid") this.session.tell("paid");
    return this.put(node);
  }

  put(node) {
    this.sheet.body.replaceChildren(node);
    (node.querySelector("[autofocus]") ?? node.querySelector("button"))?.focus();
  }

  async confirm(ok) {
    try {
      this.show(await checkouts.confirm(this.checkout.id, ok));
    } catch (error) {
      this.put(this.form);
      this.complain(error.message || this.session.t("noAnswer"));
    }
  }

  again() {
    this.checkout = { ...this.checkout, status: "open" };
    this.put(this.form);
    this.drawTotal();
  }
}
