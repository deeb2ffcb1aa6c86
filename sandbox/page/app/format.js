// Money, times and names as people read them.

export function exponentOf(currency) {
  if (currency === "XTR") return 0;
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;
  } catch {
    return 2;
  }
}

/** `minor` is an integer in the currency's smallest unit; never divided as a float. */
export function money(minor, currency, locale) {
  if (currency === "XTR") return `⭐ ${new Intl.NumberFormat(locale).format(minor)}`;
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  const text = `${minor < 0 ? "-" : ""}${whole}${exponent ? `.${digits.slice(-exponent)}` : ""}`;
  try {
    return new Intl.NumberFormat(locale, { style: "currency", currency }).format(text);
  } catch {
    return `${text} ${currency}`;
  }
}

/** "12.50" or "12,50" in the currency's smallest unit, or null. */
export function minorOf(text, currency) {
  const exponent = exponentOf(currency);
  const match = /^\s*(\d{1,9})(?:[.,](\d*))?\s*$/.exec(text);
  if (!match || (match[2] ?? "").length > exponent) return null;
  return Number(match[1] + (match[2] ?? "").padEnd(exponent, "0"));
}

const cache = new Map();

function dates(locale, style) {
  const key = locale + JSON.stringify(style);
  if (!cache.has(key)) cache.set(key, new Intl.DateTimeFormat(locale, style));
  return cache.get(key);
}

export function clockTime(seconds, locale) {
  return dates(locale, { hour: "2-digit", minute: "2-digit" }).format(seconds * 1000);
}

export function fullTime(seconds, locale) {
  return dates(locale, { dateStyle: "full", timeStyle: "medium" }).format(seconds * 1000);
}

export function dayNumber(seconds) {
  const day = new Date(seconds * 1000);
  return Math.round(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / 86400000);
}

export function dayName(seconds, now, words) {
  const ago = dayNumber(now) - dayNumber(seconds);
  if (ago === 0) return words.say("today");
  if (ago === 1) return words.say("yesterday");
  const sameYear = new Date(seconds * 1000).getFullYear() === new Date(now * 1000).getFullYear();
  return dates(words.locale, { day: "numeric", month: "long", ...(sameYear ? {} : { year: "numeric" }) }).format(seconds * 1000);
}

/** The short stamp in the chat list. */
export function rowTime(seconds, now, words) {
  const ago = dayNumber(now) - dayNumber(seconds);
  if (ago <= 0) return clockTime(seconds, words.locale);
  if (ago < 7) return dates(words.locale, { weekday: "short" }).format(seconds * 1000);
  return dates(words.locale, { day: "2-digit", month: "2-digit", year: "2-digit" }).format(seconds * 1000);
}

/** A date_time entity in the reader's zone; letters of the format: r t T d D w W. */
export function entityTime(seconds, format, now, locale) {
  if (/r/.test(format)) return relativeTime(seconds - now, locale);
  const style = {};
  if (/w/i.test(format)) style.weekday = "long";
  if (/d/.test(format)) Object.assign(style, { day: "2-digit", month: "2-digit", year: "2-digit" });
  if (/D/.test(format)) Object.assign(style, { day: "numeric", month: "long", year: "numeric" });
  if (/t/i.test(format)) Object.assign(style, { hour: "2-digit", minute: "2-digit" });
  if (/T/.test(format)) style.second = "2-digit";
  return Object.keys(style).length ? dates(locale, style).format(seconds * 1000) : null;
}

const STEPS = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

function relativeTime(seconds, locale) {
  const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? STEPS[3];
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

export function personName(user) {
  return [user?.first_name, user?.last_name].filter(Boolean).join(" ") || user?.title || user?.username || "?";
}

export function fileSize(bytes, locale) {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const step = bytes > 0 ? Math.min(Math.floor(Math.log10(bytes) / 3), 3) : 0;
  return new Intl.NumberFormat(locale, { style: "unit", unit: units[step], unitDisplay: "short", maximumFractionDigits: step ? 1 : 0 })
    .format(bytes / 1000 ** step);
}
