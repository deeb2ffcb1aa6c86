// The test bench: the clock, the bot's calls, faults, the money.

import { ask, get, post } from "../app/api.js";
import { el } from "../app/dom.js";
import { clockTime, fullTime, money } from "../app/format.js";
import { openSheet } from "../parts/sheet.js";
import { toast } from "../parts/toasts.js";

const REFRESH = 1500;
const KINDS = ["429", "403", "5xx", "timeout", "lost_answer", "delay", "redeliver"];

export function openBench(session, acts) {
  const { t } = session;
  let timer = 0;
  const sheet = openSheet({ label: t("bench"), title: t("bench"), kind: "drawer", closeLabel: t("close"), onclose: () => clearInterval(timer) });
  const calls = new Calls(session);
  const audit = el("div", { class: "audit" });
  sheet.body.append(clockPart(session, acts), part(t("botCalls"), calls.node), faultsPart(session, acts), part(t("charges"), audit), linksPart(t));

  const refresh = () => {
    void calls.read();
    void drawAudit(session, audit);
  };
  refresh();
  timer = setInterval(refresh, REFRESH);
}

function part(title, ...nodes) {
  return el("section", { class: "sheet-part" }, el("h3", {}, title), nodes);
}

function clockPart(session, acts) {
  const { t, words } = session;
  const shown = el("p", { class: "bench-clock" });
  const draw = () => {
    shown.textContent = fullTime(session.now(), words.locale);
  };
  const ahead = (seconds, label) => {
    const move = async () => {
      const clock = await acts.try(() => post("/sim/clock", { advance: seconds }));
      if (clock?.now) session.setClock(clock.now);
      draw();
    };
    return el("button", { type: "button", class: "quiet", onclick: () => void move() }, label);
  };
  draw();
  return part(t("clock"), shown, el("div", { class: "button-row" }, ahead(900, t("quarterHour")), ahead(3600, t("oneHour")), ahead(86400, t("oneDay"))));
}

class Calls {
  constructor(session) {
    Object.assign(this, { session, last: 0 });
    this.list = el("ol", { class: "calls" });
    this.node = el("div", {}, this.list);
  }

  async read() {
    const calls = await get(`/sim/calls?after=${this.last}`).catch(() => []);
    for (const call of calls ?? []) {
      this.last = Math.max(this.last, call.n);
      if (call.method.toLowerCase() !== "getupdates") this.list.prepend(this.line(call));
    }
    while (this.list.children.length > 100) this.list.lastChild.remove();
  }

  line(call) {
    const detail = JSON.stringify({ parameters: call.parameters, answer: call.answer }, null, 2);
    const head = [el("span", { class: `dot ${call.ok ? "good" : "bad"}` }), el("code", {}, call.method), el("span", { class: "dim" }, clockTime(call.at, this.session.words.locale))];
    return el("li", {}, el("details", {}, el("summary", {}, head), el("pre", { dir: "ltr" }, detail)));
  }
}

function faultsPart(session, acts) {
  const { t } = session;
  const method = el("input", { value: "sendMessage", dir: "ltr", aria: { label: t("method") } });
  const kind = el("select", { aria: { label: t("fault") } }, KINDS.map((name) => el("option", { value: name }, name)));
  const times = el("input", { type: "number", min: "1", max: "99", value: "1", aria: { label: t("times") } });
  const add = async () => {
    const fault = { method: method.value.trim() || "*", kind: kind.value, times: Number(times.value) || 1 };
    if (fault.kind === "429") fault.retry_after = 3;
    if (["delay", "timeout"].includes(fault.kind)) fault.seconds = 3;
    if (await acts.try(() => post("/sim/faults", fault).then(() => true))) toast(t("faultSet"));
  };
  const clear = () => void acts.try(() => ask("DELETE", "/sim/faults"));
  return part(
    t("faults"),
    el("div", { class: "fault-row" }, method, kind, times),
    el("div", { class: "button-row" }, el("button", { type: "button", class: "quiet", onclick: () => void add() }, t("add")), el("button", { type: "button", class: "quiet", onclick: clear }, t("clear"))),
  );
}

async function drawAudit(session, node) {
  const { t, words } = session;
  const rows = await get("/sim/audit").catch(() => null);
  if (!rows) return;
  if (!rows.length) {
    node.replaceChildren(el("p", { class: "dim" }, t("noCharges")));
    return;
  }
  const line = (row) => {
    const refund = row.kind === "refund";
    const payer = session.people.find((person) => person.id === row.payer)?.first_name ?? row.payer;
    return el(
      "tr",
      {},
      el("td", {}, clockTime(row.at, words.locale)),
      el("td", {}, t(refund ? "refund" : "charge")),
      el("td", { dir: "auto" }, payer),
      el("td", {}, row.rail),
      el("td", { class: `to-right ${refund ? "risky" : ""}` }, money(refund ? -Math.abs(row.amount) : row.amount, row.currency, words.locale)),
    );
  };
  node.replaceChildren(el("table", {}, el("tbody", {}, rows.toReversed().slice(0, 100).map(line))));
}

function linksPart(t) {
  return part(t("links"), el("ul", { class: "plain" }, el("li", {}, el("a", { href: "https://core.telegram.org/bots/api", target: "_blank", rel: "noopener noreferrer" }, "Telegram Bot API")), el("li", {}, el("a", { href: "https://docs.stripe.com/testing", target: "_blank", rel: "noopener noreferrer" }, "Stripe: test cards"))));
}
