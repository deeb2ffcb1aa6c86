// Start a bot, found a group, or follow a link into one.

import { post } from "../app/api.js";
import { el } from "../app/dom.js";
import { personName } from "../app/format.js";
import { avatar } from "./avatar.js";
import { openSheet } from "./sheet.js";

export function openNewChat(session, acts) {
  const { t } = session;
  const sheet = openSheet({ label: t("newChat"), title: t("newChat"), closeLabel: t("close") });
  sheet.body.append(bots(session, acts, sheet), groupForm(session, acts, sheet), linkForm(session, acts, sheet));
  sheet.focusFirst();
}

function bots(session, acts, sheet) {
  const start = (bot) => () => {
    sheet.close();
    acts.openBot(bot.username);
  };
  const entries = session.bots.map((bot) =>
    el(
      "button",
      { type: "button", class: "person-entry", onclick: start(bot) },
      avatar(bot.id, bot.first_name, bot.photo_url, "small"),
      el("bdi", { class: "person-name" }, bot.first_name),
      el("span", { class: "dim", dir: "ltr" }, `@${bot.username}`),
    ),
  );
  return el("section", { class: "sheet-part" }, el("h3", {}, session.t("bots")), entries.length ? entries : el("p", { class: "dim" }, session.t("noBots")));
}

function groupForm(session, acts, sheet) {
  const { t } = session;
  const title = el("input", { name: "title", required: true, maxlength: "128", dir: "auto", autocomplete: "off" });
  const forum = el("input", { type: "checkbox" });
  const others = [...session.people.filter((person) => person.id !== session.me.id), ...session.bots];
  const boxes = others.map((user) => ({ user, box: el("input", { type: "checkbox" }) }));
  const form = el(
    "form",
    { class: "form sheet-part" },
    el("h3", {}, t("newGroup")),
    el("label", { class: "field" }, el("span", {}, t("groupName")), title),
    el("fieldset", { class: "tick-list" }, el("legend", {}, t("members")), boxes.map(({ user, box }) => el("label", {}, box, el("bdi", {}, personName(user)), user.is_bot ? el("span", { class: "tag" }, "bot") : null))),
    el("label", { class: "tick" }, forum, t("withTopics")),
    el("div", { class: "sheet-buttons" }, el("button", { class: "primary", type: "submit" }, t("create"))),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const members = boxes.filter(({ box }) => box.checked).map(({ user }) => user.id);
    const facts = { type: "supergroup", title: title.value.trim(), owner: session.me.id, is_forum: forum.checked, members };
    const made = await acts.try(() => post("/sim/chats", facts));
    if (!made) return;
    sheet.close();
    session.tell("go", { chat: made.chat?.id ?? made.id });
  });
  return form;
}

function linkForm(session, acts, sheet) {
  const { t } = session;
  const input = el("input", { required: true, placeholder: "t.me/…", dir: "ltr", autocomplete: "off", aria: { label: t("link") } });
  const form = el("form", { class: "form sheet-part" }, el("h3", {}, t("openLink")), el("div", { class: "joined" }, input, el("button", { type: "submit", class: "quiet" }, t("open"))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sheet.close();
    void acts.follow(input.value.trim());
  });
  return form;
}
