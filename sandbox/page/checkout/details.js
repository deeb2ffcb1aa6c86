// Name, phone, e-mail and address, checked before they are sent.

import { el } from "../app/dom.js";
import { sampleFor } from "./sample.js";

const ADDRESS = ["street_line1", "street_line2", "post_code", "city", "state", "country_code"];
const NOT_NEEDED = new Set(["street_line2", "state"]);
const PATTERNS = {
  phone: /^\+?[0-9 ()-]{5,20}$/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/,
  country_code: /^[A-Za-z]{2}$/,
};
const KINDS = {
  name: { autocomplete: "name" },
  phone: { type: "tel", autocomplete: "tel", dir: "ltr" },
  email: { type: "email", autocomplete: "email", dir: "ltr" },
  street_line1: { autocomplete: "address-line1" },
  street_line2: { autocomplete: "address-line2" },
  post_code: { autocomplete: "postal-code" },
  city: { autocomplete: "address-level2" },
  state: { autocomplete: "address-level1" },
  country_code: { autocomplete: "country", maxlength: "2", dir: "ltr", placeholder: "DE" },
};

export class Details {
  constructor(session, needs, changed) {
    this.session = session;
    this.names = [...["name", "phone", "email"].filter((name) => needs[name]), ...(needs.address ? ADDRESS : [])];
    this.fields = new Map(this.names.map((name) => [name, this.field(name, changed)]));
    this.node = this.names.length ? this.section() : null;
    this.fill(this.remembered());
  }

  section() {
    const { t } = this.session;
    const sample = el("button", { type: "button", class: "inline-action", onclick: () => this.useSample() }, t("useSample"));
    return el("section", { class: "pay-part" }, el("div", { class: "pay-part-head" }, el("h3", {}, t("deliveryDetails")), sample), el("div", { class: "field-grid" }, [...this.fields.values()].map(({ node }) => node)));
  }

  field(name, changed) {
    const { t } = this.session;
    const complaint = el("span", { class: "complaint", id: `complaint-${name}` });
    const input = el("input", { name, dir: "auto", maxlength: "128", required: !NOT_NEEDED.has(name), aria: { describedby: complaint.id }, ...KINDS[name] });
    input.addEventListener("input", () => {
      this.complain(name, "");
      changed();
    });
    input.addEventListener("blur", () => input.value && this.check(name));
    return { input, complaint, node: el("label", { class: `field field-${name}` }, el("span", {}, t(`field_${name}`)), input, complaint) };
  }

  useSample() {
    this.fill(sampleFor(this.session.me));
    this.fields.values().next().value.input.dispatchEvent(new Event("input"));
  }

  fill(values) {
    for (const [name, { input }] of this.fields) {
      input.value = values[name] ?? input.value;
      this.complain(name, "");
    }
  }

  check(name) {
    const { input } = this.fields.get(name);
    const value = input.value.trim();
    const missing = !value && !NOT_NEEDED.has(name);
    const wrong = value && PATTERNS[name] && !PATTERNS[name].test(value);
    this.complain(name, missing ? "fieldMissing" : wrong ? `wrong_${name}` : "");
    return !missing && !wrong;
  }

  complain(name, word) {
    const { input, complaint } = this.fields.get(name);
    complaint.textContent = word ? this.session.t(word) : "";
    input.setAttribute("aria-invalid", String(Boolean(word)));
  }

  /** True when everything is filled in; else the first wrong field has the focus. */
  complete() {
    const wrong = this.names.filter((name) => !this.check(name));
    if (wrong.length) this.fields.get(wrong[0]).input.focus();
    return wrong.length === 0;
  }

  values() {
    const read = (name) => this.fields.get(name)?.input.value.trim() ?? "";
    const body = {};
    for (const name of ["name", "phone", "email"]) if (this.fields.has(name)) body[name] = read(name);
    if (this.fields.has("country_code")) body.address = Object.fromEntries(ADDRESS.map((name) => [name, name === "country_code" ? read(name).toUpperCase() : read(name)]));
    return body;
  }

  /** Kept for this tab only. */
  remember() {
    const flat = Object.fromEntries([...this.fields].map(([name, { input }]) => [name, input.value]));
    sessionStorage.setItem(this.memory(), JSON.stringify({ ...this.remembered(), ...flat }));
  }

  remembered() {
    return JSON.parse(sessionStorage.getItem(this.memory()) ?? "{}");
  }

  memory() {
    return `tuan-details ${this.session.me.id}`;
  }
}
