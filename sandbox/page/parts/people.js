// Who am I in this window? Every person is a link, so a second window can be somebody else.

import { post } from "../app/api.js";
import { el } from "../app/dom.js";
import { personName } from "../app/format.js";
import { personAddress } from "../app/route.js";
import { avatar } from "./avatar.js";
import { icon } from "./icons.js";
import { openSheet } from "./sheet.js";
import { toast } from "./toasts.js";

export function peopleSwitch(session) {
  const { me, t } = session;
  const list = el("div", { class: "people-list", id: "people-list", hidden: true });
  const face = el(
    "button",
    { type: "button", class: "me", aria: { expanded: false, controls: "people-list", label: t("switchPerson", { who: personName(me) }) } },
    avatar(me.id, personName(me), me.photo_url),
    el("span", { class: "me-words" }, el("span", { class: "me-name", dir: "auto" }, personName(me)), el("span", { class: "dim me-stars" }, stars(me))),
    icon("down"),
  );
  const node = el("div", { class: "people" }, face, list);

  const show = (open) => {
    list.hidden = !open;
    face.setAttribute("aria-expanded", String(open));
    if (open) list.replaceChildren(...entries(session, () => show(false)));
    if (open) list.querySelector("a, button")?.focus();
  };
  face.addEventListener("click", () => show(list.hidden));
  node.addEventListener("keydown", (event) => onKey(event, list, face, show));
  node.addEventListener("focusout", (event) => event.relatedTarget && !node.contains(event.relatedTarget) && show(false));
  document.addEventListener("pointerdown", (event) => !node.contains(event.target) && show(false), { signal: session.closing.signal });
  session.on("me", () => {
    node.querySelector(".me-stars").textContent = stars(session.me);
  });
  return node;
}

function stars(person) {
  return person.stars === undefined ? "" : `⭐ ${person.stars}`;
}

function entries(session, shut) {
  const others = session.people.filter((person) => person.id !== session.me.id);
  return [
    ...others.map((person) => entry(person, session)),
    el(
      "button",
      {
        type: "button",
        class: "person-entry",
        onclick: () => {
          shut();
          openNewPerson(session);
        },
      },
      el("span", { class: "avatar small add" }, icon("plus")),
      session.t("newPerson"),
    ),
    el("p", { class: "dim people-hint" }, session.t("twoWindows")),
  ];
}

function entry(person, session) {
  const go = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    session.tell("person", person.id);
  };
  return el(
    "a",
    { class: "person-entry", href: personAddress(person.id), onclick: go },
    avatar(person.id, personName(person), person.photo_url, "small"),
    el("bdi", { class: "person-name" }, personName(person)),
    person.unread > 0 && el("span", { class: "badge" }, person.unread),
  );
}

function onKey(event, list, face, show) {
  if (list.hidden) return;
  const items = [...list.querySelectorAll("a, button")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) items.at((items.indexOf(document.activeElement) + step + items.length) % items.length).focus();
  else if (event.key === "Escape") {
    show(false);
    face.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

export function openNewPerson(session) {
  const { t } = session;
  const sheet = openSheet({ label: t("newPerson"), title: t("newPerson"), closeLabel: t("close") });
  const field = (name, label, attributes = {}) =>
    el("label", { class: "field" }, el("span", {}, label), el("input", { name, maxlength: "64", autocomplete: "off", dir: "auto", ...attributes }));
  const language = el("select", { name: "language_code" }, ["en", "de", "zh"].map((code) => el("option", { value: code }, t(`language_${code}`))));
  const form = el(
    "form",
    { class: "form" },
    field("first_name", t("firstName"), { required: true, autofocus: true }),
    field("last_name", t("lastName")),
    field("username", t("username"), { pattern: "[A-Za-z][A-Za-z0-9_]{3,31}", dir: "ltr" }),
    el("label", { class: "field" }, el("span", {}, t("language")), language),
    el("div", { class: "sheet-buttons" }, el("button", { class: "primary", type: "submit" }, t("create"))),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const facts = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));
    try {
      const person = await post("/sim/people", facts);
      sheet.close();
      session.tell("person", person.id);
    } catch (error) {
      toast(error.message || t("noAnswer"), "bad");
    }
  });
  sheet.body.append(form);
  sheet.focusFirst();
}
