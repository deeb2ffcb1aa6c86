// Begin: find out who we are, then show her window.

import { get } from "./app/api.js";
import { el } from "./app/dom.js";
import { personAddress, readRoute } from "./app/route.js";
import { Session } from "./app/session.js";
import { Window } from "./app/window.js";
import { openNewPerson } from "./parts/people.js";
import { applyTheme } from "./parts/theme.js";
import { wordsFor } from "./words/words.js";

const RETRY = 1500;
const root = document.getElementById("app");
let shown = null;

applyTheme();
addEventListener("popstate", () => void enter());
void enter();

async function enter() {
  const { person, place } = readRoute();
  if (shown && String(shown.session.me.id) === String(person)) {
    shown.go(place);
    return;
  }
  const world = await readWorld();
  const me = world.people.find((each) => String(each.id) === person) ?? world.people[0];
  shown?.close();
  shown = null;
  if (!me) {
    welcome(world);
    return;
  }
  if (String(me.id) !== person) history.replaceState(null, "", personAddress(me.id) + location.hash);
  show(me, world, place);
}

function show(me, world, place) {
  const session = new Session(me, world.people, world.bots);
  document.documentElement.lang = session.words.language;
  session.on("person", (person) => {
    history.pushState(null, "", personAddress(person));
    void enter();
  });
  shown = new Window(root, session);
  void shown.start(place);
}

async function readWorld() {
  for (;;) {
    try {
      const [people, bots] = await Promise.all([get("/sim/people"), get("/sim/bots")]);
      return { people, bots };
    } catch {
      waiting();
      await new Promise((done) => setTimeout(done, RETRY));
    }
  }
}

function waiting() {
  if (shown || root.querySelector(".waiting")) return;
  const words = wordsFor(navigator.language).say("reconnecting");
  root.replaceChildren(el("main", { class: "right nothing-open waiting" }, el("div", { class: "empty-card", role: "status" }, el("span", { class: "spinner" }), el("p", {}, words))));
}

/** An empty world: the first person has to be made. */
function welcome(world) {
  const session = new Session({ id: 0, first_name: "", language_code: navigator.language }, world.people, world.bots);
  session.on("person", (person) => {
    history.pushState(null, "", personAddress(person));
    void enter();
  });
  const { t } = session;
  const begin = el("button", { type: "button", class: "primary", onclick: () => openNewPerson(session) }, t("newPerson"));
  root.replaceChildren(el("main", { class: "right nothing-open" }, el("div", { class: "empty-card" }, el("span", { class: "empty-face" }, "🌱"), el("strong", {}, t("emptyWorld")), el("p", {}, t("emptyWorldHint")), begin)));
}
