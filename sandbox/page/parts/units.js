// Messages that stand together: one album is one unit, one sender's run is one group.

import { senderId } from "./bubble.js";
import { isService } from "./service.js";

const RUN_SECONDS = 600;

export function unitsOf(messages) {
  const units = [];
  for (const message of messages) {
    const last = units.at(-1);
    const album = message.media_group_id;
    if (album && last?.album === album) last.messages.push(message);
    else units.push({ key: message.seen.key, album, messages: [message] });
  }
  units.forEach((unit, index) => {
    unit.first = !sameRun(units[index - 1], unit);
    unit.last = !sameRun(unit, units[index + 1]);
  });
  return units;
}

function sameRun(before, after) {
  if (!before || !after) return false;
  const [one, other] = [before.messages[0], after.messages[0]];
  return (
    !isService(one) &&
    !isService(other) &&
    senderId(one) === senderId(other) &&
    one.seen.out === other.seen.out &&
    Boolean(one.seen.ephemeral) === Boolean(other.seen.ephemeral) &&
    other.date - one.date < RUN_SECONDS &&
    new Date(one.date * 1000).getDate() === new Date(other.date * 1000).getDate()
  );
}
