// A photo, or initials on a colour that stays with the id.

import { el } from "../app/dom.js";
import { safePicture } from "../app/links.js";

const COLOURS = 8;

export function avatar(id, name, photo, size = "") {
  const picture = safePicture(photo);
  const face = picture
    ? el("img", { src: picture, alt: "", loading: "lazy", draggable: "false" })
    : el("span", {}, initials(name));
  return el("span", { class: `avatar ${size} tint-${tint(id)}`, aria: { hidden: true } }, face);
}

export function tint(id) {
  return [...String(id)].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 7) % COLOURS;
}

function initials(name) {
  const words = String(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return letters.map((word) => [...word][0].toUpperCase()).join("") || "#";
}
