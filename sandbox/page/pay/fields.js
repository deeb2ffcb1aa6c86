// The form's fields: a label, an input, and what is wrong with it.

import { el } from "../app/dom.js";

export class Field {
  constructor(name, label, attributes = {}, pattern = null) {
    this.name = name;
    this.pattern = pattern;
    this.complaint = el("span", { class: "complaint", id: `complaint-${name}` });
    this.input = el("input", { name, maxlength: "128", required: true, aria: { describedby: this.complaint.id }, ...attributes });
    this.input.addEventListener("input", () => this.complain(""));
    this.node = el("label", { class: `field field-${name}` }, el("span", {}, label), this.input, this.complaint);
  }

  get value() {
    return this.input.value.trim();
  }

  check() {
    const missing = !this.value && this.input.required;
    const wrong = this.value && this.pattern && !this.pattern.test(this.value);
    this.complain(missing ? "Please fill this in." : wrong ? "This does not look right." : "");
    return !missing && !wrong;
  }

  complain(words) {
    this.complaint.textContent = words;
    this.input.setAttribute("aria-invalid", String(Boolean(words)));
  }
}

export const email = (value) => new Field("email", "E-mail", { type: "email", autocomplete: "email", value }, /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/);
export const phone = () => new Field("phone", "Phone", { type: "tel", autocomplete: "tel" }, /^\+?[0-9 ()-]{5,20}$/);
export const card = (value) => new Field("card", "Card number", { inputmode: "numeric", autocomplete: "off", value }, /^[0-9 ]{12,23}$/);
export const holder = (value) => new Field("name", "Name on the card", { autocomplete: "cc-name", value });

export function address(countries) {
  const country = new Field("country", `Country (${countries.join(", ")})`, { autocomplete: "country", maxlength: "2", value: countries[0] }, new RegExp(`^(${countries.join("|")})$`, "i"));
  return [new Field("shipping_name", "Deliver to", { autocomplete: "name" }), ...place(), country];
}

export function billing() {
  return [...place(), new Field("country", "Country (two letters)", { autocomplete: "country", maxlength: "2" }, /^[a-z]{2}$/i)];
}

function place() {
  return [
    new Field("line1", "Street and number", { autocomplete: "address-line1" }),
    new Field("postal_code", "Postcode", { autocomplete: "postal-code" }),
    new Field("city", "City", { autocomplete: "address-level2" }),
  ];
}

export function delivery(ways, price, changed) {
  const options = ways.map((way) => el("option", { value: way.rate }, `${way.name} · ${price(way)}`));
  const select = el("select", { name: "shipping_rate" }, options);
  select.addEventListener("change", changed);
  return {
    node: el("label", { class: "field field-delivery" }, el("span", {}, "Way of delivery"), select),
    get chosen() {
      return ways.find(({ rate }) => rate === select.value) ?? ways[0];
    },
  };
}
