// Who is in a chat, and the ways in and out of it.

import { get, post } from "../app/api.js";
import { el } from "../app/dom.js";
import { personName } from "../app/format.js";
import { avatar } from "./avatar.js";
import { confirmBox, openSheet } from "./sheet.js";

export async function openChatInfo(session, acts, row) {
  const { t } = session;
  const sheet = openSheet({ label: row.title, title: row.title, closeLabel: t("close") });
  if (row.chat.type === "private") {
    sheet.body.append(privatePart(session, acts, row, sheet));
    return;
  }
  const detail = await acts.try(() => get(`/sim/chats/${encodeURIComponent(row.chat.id)}`));
  if (!detail) return;
  const inside = !["left", "kicked"].includes(row.member);
  const parts = [membersPart(session, detail.members), inside && addPart(session, acts, row, detail, sheet), row.chat.is_forum && inside && topicPart(session, acts, row, sheet), inside && leavePart(session, acts, row, sheet)];
  sheet.body.append(...parts.filter(Boolean));
}

function privatePart(session, acts, row, sheet) {
  const { t, api } = session;
  const name = row.chat.username;
  const about = el("p", { class: "dim", dir: "ltr" }, name ? `@${name}` : "");
  if (!row.bot) return el("section", { class: "sheet-part" }, about);
  const change = async () => {
    sheet.close();
    await acts.try(() => (row.blocked ? api.unblock(name) : api.block(name)));
  };
  const commands = row.bot.commands.map((command) => el("li", {}, el("code", {}, `/${command.command}`), " ", command.description));
  return el(
    "section",
    { class: "sheet-part" },
    about,
    commands.length ? el("ul", { class: "command-list" }, commands) : null,
    el("button", { type: "button", class: row.blocked ? "quiet" : "danger", onclick: change }, t(row.blocked ? "unblock" : "block")),
  );
}

function membersPart(session, members) {
  const { t } = session;
  const lines = members
    .filter((member) => !["left", "kicked"].includes(member.status))
    .map((member) =>
      el(
        "li",
        { class: "person-entry" },
        avatar(member.user.id, personName(member.user), member.user.photo_url, "small"),
        el("bdi", { class: "person-name" }, personName(member.user)),
        member.user.is_bot ? el("span", { class: "tag" }, t("bot")) : null,
        ["creator", "administrator"].includes(member.status) ? el("span", { class: "tag" }, t(member.status)) : null,
      ),
    );
  return el("section", { class: "sheet-part" }, el("h3", {}, t("memberCount", { n: lines.length })), el("ul", { class: "plain" }, lines));
}

function addPart(session, acts, row, detail, sheet) {
  const { t } = session;
  const inside = new Set(detail.members.filter((member) => !["left", "kicked"].includes(member.status)).map((member) => member.user.id));
  const others = [...session.people, ...session.bots].filter((user) => !inside.has(user.id));
  if (!others.length) return null;
  const choice = el("select", { aria: { label: t("addMember") } }, others.map((user) => el("option", { value: user.id }, personName(user))));
  const add = async () => {
    sheet.close();
    await acts.try(() => session.api.add(row.chat.id, Number(choice.value)));
  };
  return el("section", { class: "sheet-part" }, el("h3", {}, t("addMember")), el("div", { class: "joined" }, choice, el("button", { type: "button", class: "quiet", onclick: add }, t("add"))));
}

function topicPart(session, acts, row, sheet) {
  const { t } = session;
  const name = el("input", { required: true, maxlength: "128", dir: "auto", aria: { label: t("newTopic") } });
  const form = el("form", { class: "sheet-part form" }, el("h3", {}, t("newTopic")), el("div", { class: "joined" }, name, el("button", { type: "submit", class: "quiet" }, t("create"))));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    sheet.close();
    await acts.try(() => post(`/sim/chats/${encodeURIComponent(row.chat.id)}/topics`, { by: session.me.id, name: name.value.trim() }));
  });
  return form;
}

function leavePart(session, acts, row, sheet) {
  const { t } = session;
  const leave = async () => {
    sheet.close();
    const sure = await confirmBox({ question: t("leaveSure", { title: row.title }), yes: t("leave"), no: t("cancel"), danger: true });
    if (sure) await acts.try(() => session.api.leave(row.chat.id));
  };
  return el("section", { class: "sheet-part" }, el("button", { type: "button", class: "danger", onclick: leave }, t("leave")));
}
