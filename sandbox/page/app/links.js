// Which foreign addresses may be followed or shown.

/** A link a person may open in her browser, or null. */
export function safeLink(address) {
  const url = parse(withScheme(String(address ?? "").trim()));
  return url && ["http:", "https:"].includes(url.protocol) ? url.href : null;
}

/** A picture: the sandbox's own, or http(s); or null. */
export function safePicture(address) {
  if (!address) return null;
  const url = parse(address, location.href);
  return url && ["http:", "https:", "blob:"].includes(url.protocol) ? url.href : null;
}

export function isTelegramLink(address) {
  const text = String(address ?? "");
  if (/^tg:\/\//i.test(text)) return true;
  const url = parse(withScheme(text));
  return Boolean(url) && ["t.me", "telegram.me"].includes(url.hostname);
}

function withScheme(address) {
  return /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^:/]+:\d/.test(address) ? address : `https://${address}`;
}

function parse(address, base) {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}
