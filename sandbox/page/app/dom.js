// Elements without innerHTML: foreign text only ever becomes a text node.

const SVG = "http://www.w3.org/2000/svg";

/** el("button", {class: "round", onclick: f, aria: {label: "Close"}}, "x") */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) assign(node, name, value);
  append(node, children);
  return node;
}

function assign(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "aria") for (const [key, said] of Object.entries(value)) setAria(node, key, said);
  else if (name === "data") Object.assign(node.dataset, value);
  else if (name === "style") for (const [key, said] of Object.entries(value)) node.style.setProperty(key, said);
  else if (name === "value") node.value = value;
  else node.setAttribute(name, value === true ? "" : String(value));
}

function setAria(node, key, said) {
  if (said !== undefined && said !== null) node.setAttribute(`aria-${key}`, String(said));
}

export function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

export function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

export function toggle(node, name, on) {
  node.classList.toggle(name, Boolean(on));
}
