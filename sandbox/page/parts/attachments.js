// Files on their way: chosen, dropped or pasted.

import { el } from "../app/dom.js";
import { fileSize } from "../app/format.js";
import { roundButton } from "./chatlist.js";
import { icon } from "./icons.js";
import { toast } from "./toasts.js";

const PICTURES = ["image/jpeg", "image/png", "image/webp"];
const LARGEST = 50_000_000;
const ALBUM = 10;

export class Attachments {
  constructor(session, changed) {
    Object.assign(this, { session, changed, files: [], addresses: [] });
    this.picker = el("input", { type: "file", multiple: true, class: "unseen", tabindex: "-1", aria: { hidden: true } });
    this.picker.addEventListener("change", () => {
      this.add([...this.picker.files]);
      this.picker.value = "";
    });
    this.button = el("div", { class: "clip" }, roundButton("clip", session.t("attach"), () => this.picker.click(), "clip-button"), this.picker);
    this.strip = el("ul", { class: "attachments", hidden: true });
  }

  add(files) {
    const { t } = this.session;
    const fitting = files.filter((file) => file.size > 0 && file.size <= LARGEST);
    if (fitting.length < files.length) toast(t("fileTooLarge"), "bad");
    this.files = [...this.files, ...fitting].slice(0, ALBUM);
    this.draw();
  }

  fromPaste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.add(files);
  }

  clear() {
    this.files = [];
    this.draw();
  }

  close() {
    this.addresses.forEach((address) => URL.revokeObjectURL(address));
    this.addresses = [];
  }

  draw() {
    this.close();
    this.strip.hidden = this.files.length === 0;
    this.strip.replaceChildren(...this.files.map((file) => this.item(file)));
    this.changed();
  }

  item(file) {
    const remove = roundButton("close", this.session.t("removeFile", { name: file.name }), () => {
      this.files = this.files.filter((each) => each !== file);
      this.draw();
    });
    const face = isPicture(file) ? el("img", { src: this.addressOf(file), alt: file.name }) : el("span", { class: "file-mark" }, icon("file"));
    return el("li", {}, face, el("span", { class: "file-words" }, el("bdi", { class: "file-name" }, file.name), el("span", { class: "dim" }, fileSize(file.size, this.session.words.locale))), remove);
  }

  addressOf(file) {
    const address = URL.createObjectURL(file);
    this.addresses.push(address);
    return address;
  }

  /** One form for an album of pictures, else one for each file; caption and reply go with the first. */
  forms(caption, extra) {
    const album = this.files.length > 1 && this.files.every(isPicture);
    const loads = album ? [this.files] : this.files.map((file) => [file]);
    return loads.map((files, index) => {
      const form = new FormData();
      if (extra.thread) form.set("thread", extra.thread);
      if (extra.reply_to && index === 0) form.set("reply_to", extra.reply_to);
      if (caption && index === 0) form.set("caption", caption);
      for (const file of files) form.append(isPicture(file) ? "photo" : "document", file, file.name);
      return form;
    });
  }
}

function isPicture(file) {
  return PICTURES.includes(file.type);
}

/** Let files fall anywhere on `target`. */
export function acceptDrops(target, add) {
  let depth = 0;
  const over = (on) => target.classList.toggle("dropping", on);
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  target.addEventListener("dragenter", (event) => carriesFiles(event) && over(Boolean((depth += 1))));
  target.addEventListener("dragleave", (event) => carriesFiles(event) && over(Boolean((depth = Math.max(0, depth - 1)))));
  target.addEventListener("dragover", (event) => carriesFiles(event) && event.preventDefault());
  target.addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth = 0;
    over(false);
    add([...event.dataTransfer.files]);
  });
}
