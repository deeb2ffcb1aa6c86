// A poll: choose, then see the shares.

import { el } from "../app/dom.js";

export function pollCard(message, acts) {
  const { poll } = message;
  const voted = new Set(message.seen.voted ?? acts.rememberedVote(message) ?? []);
  const open = !poll.is_closed && voted.size === 0;
  const chosen = new Set();
  const options = el("div", { class: "poll-options", role: open ? "group" : "list" });
  const send = el("button", { type: "button", class: "poll-send", disabled: true, onclick: () => acts.vote(message, [...chosen]) }, acts.words("vote"));

  poll.options.forEach((option, index) => {
    options.append(open ? choice(index, option) : result(poll, option, voted.has(index)));
  });

  function choice(index, option) {
    const several = poll.allows_multiple_answers;
    const input = el("input", { type: several ? "checkbox" : "radio", name: `poll-${poll.id}` });
    input.addEventListener("change", () => {
      if (!several) return acts.vote(message, [index]);
      chosen[input.checked ? "add" : "delete"](index);
      send.disabled = chosen.size === 0;
    });
    return el("label", { class: "poll-choice" }, input, el("span", { dir: "auto" }, option.text));
  }

  return el(
    "div",
    { class: "poll" },
    el("p", { class: "poll-question", dir: "auto" }, poll.question),
    el("p", { class: "dim" }, kind(poll, acts)),
    options,
    el(
      "div",
      { class: "poll-foot" },
      open && poll.allows_multiple_answers ? send : null,
      el("span", { class: "dim" }, acts.words("votes", { n: poll.total_voter_count })),
      voted.size && !poll.is_closed && poll.allows_revoting !== false && poll.type !== "quiz"
        ? el("button", { type: "button", class: "inline-action", onclick: () => acts.vote(message, []) }, acts.words("retractVote"))
        : null,
    ),
  );
}

function kind(poll, acts) {
  if (poll.is_closed) return acts.words("pollClosed");
  if (poll.type === "quiz") return acts.words("quiz");
  return acts.words(poll.is_anonymous ? "pollAnonymous" : "pollPublic");
}

function result(poll, option, mine) {
  const share = poll.total_voter_count ? Math.round((100 * option.voter_count) / poll.total_voter_count) : 0;
  return el(
    "div",
    { class: `poll-result ${mine ? "mine" : ""}`, role: "listitem" },
    el("span", { class: "poll-share" }, `${share}%`),
    el("span", { class: "poll-text", dir: "auto" }, option.text, mine ? " ✓" : ""),
    el("span", { class: "poll-bar" }, el("span", { style: { width: `${share}%` } })),
  );
}
