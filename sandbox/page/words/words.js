// The page's own words, in the person's language.

import { english } from "./en.js";
import { german } from "./de.js";
import { chinese } from "./zh.js";

const DICTIONARIES = { en: english, de: german, zh: chinese };
const LOCALES = { en: "en-GB", de: "de-DE", zh: "zh-CN" };

/** {language, locale, say(key, facts)}; a word missing in a language is said in English. */
export function wordsFor(languageCode) {
  const language = String(languageCode ?? "en").toLowerCase().split(/[-_]/)[0];
  const known = language in DICTIONARIES ? language : "en";
  const plural = new Intl.PluralRules(known);
  const say = (key, facts = {}) => fill(pick(DICTIONARIES[known][key] ?? english[key] ?? key, facts, plural), facts);
  return { language: known, locale: LOCALES[known], say };
}

function pick(text, facts, plural) {
  return typeof text === "string" ? text : (text[plural.select(facts.n ?? 0)] ?? text.other);
}

function fill(text, facts) {
  return text.replace(/\{(\w+)\}/g, (blank, name) => (name in facts ? String(facts[name]) : blank));
}
