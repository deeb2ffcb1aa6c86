// Photos, albums, documents and the smaller things a message can carry.

import { fileAddress } from "../app/api.js";
import { el, toggle } from "../app/dom.js";
import { fileSize, personName } from "../app/format.js";
import { safePicture } from "../app/links.js";
import { icon } from "./icons.js";

/** A picture that opens large; its room is kept before it has loaded. */
export function pictureButton(address, size, hidden, acts) {
  const image = el("img", { src: safePicture(address), alt: acts.words("photo"), loading: "lazy", draggable: "false" });
  const ratio = size?.width && size?.height ? `${size.width} / ${size.height}` : "4 / 3";
  const node = el("button", { type: "button", class: "picture", style: { "--ratio": ratio }, aria: { label: acts.words("openPhoto") } }, image);
  toggle(node, "veiled", hidden);
  image.addEventListener("error", () => node.classList.add("broken"), { once: true });
  node.addEventListener("click", () => {
    if (node.classList.contains("veiled")) node.classList.remove("veiled");
    else acts.showPicture(image.src);
  });
  return node;
}

/** The pictures of one message or of a whole album. */
export function album(messages, acts) {
  const pictures = messages.filter((message) => message.photo?.length).map((message) => {
    const size = message.photo.at(-1);
    return pictureButton(message.seen.photos?.at(-1) ?? fileAddress(size.file_id), size, message.has_media_spoiler, acts);
  });
  return pictures.length ? el("div", { class: `album of-${Math.min(pictures.length, 10)}` }, pictures) : null;
}

export function fileChip(file, acts) {
  return el(
    "a",
    { class: "file-chip", href: fileAddress(file.file_id), download: file.file_name ?? "", target: "_blank", rel: "noopener" },
    el("span", { class: "file-mark" }, icon("file")),
    el(
      "span",
      { class: "file-words" },
      el("span", { class: "file-name", dir: "auto" }, file.file_name ?? acts.words("file")),
      el("span", { class: "dim" }, file.file_size ? fileSize(file.file_size, acts.locale) : ""),
    ),
  );
}

const FILES = ["document", "audio", "video", "animation", "voice", "video_note"];

export function attachments(message, acts) {
  const files = FILES.filter((kind) => message[kind] && !(kind === "document" && message.animation));
  const chips = files.map((kind) => fileChip(message[kind], acts));
  return [...chips, ...oddments(message)];
}

function oddments(message) {
  const nodes = [];
  if (message.sticker) nodes.push(el("p", { class: "big-emoji" }, message.sticker.emoji ?? "🙂"));
  if (message.dice) nodes.push(el("p", { class: "big-emoji", title: message.dice.value }, message.dice.emoji, el("small", {}, ` ${message.dice.value}`)));
  if (message.contact) nodes.push(el("p", { class: "place" }, "👤 ", el("bdi", {}, personName(message.contact)), el("br"), el("span", { dir: "ltr" }, message.contact.phone_number)));
  if (message.venue) nodes.push(el("p", { class: "place" }, "📍 ", el("bdi", {}, message.venue.title), el("br"), message.venue.address));
  else if (message.location) nodes.push(el("p", { class: "place", dir: "ltr" }, `📍 ${message.location.latitude.toFixed(4)}, ${message.location.longitude.toFixed(4)}`));
  return nodes;
}
