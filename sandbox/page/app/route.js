// Where we are: ?person=<id>#<chat>/<thread>. Addresses are links, so two windows can be two people.

export function readRoute() {
  const person = new URLSearchParams(location.search).get("person");
  const [chat, thread] = decodeURIComponent(location.hash.slice(1)).split("/");
  return { person, place: chat ? { chat, thread: thread || null } : null };
}

export function personAddress(person) {
  return `?person=${encodeURIComponent(person)}`;
}

export function placeAddress(place) {
  if (!place) return location.pathname + location.search;
  return `#${place.chat}${place.thread ? `/${place.thread}` : ""}`;
}

export const samePlace = (one, other) =>
  one === other || (one && other && String(one.chat) === String(other.chat) && (one.thread ?? null) === (other.thread ?? null));
