/**
 * The language of the window: remembered, and switched at once, without loading anything anew.
 * A text that is given as a function follows the switch by itself (see dom.js). Knows no words.
 */

import { keep, kept } from "./kept.js";

/** @typedef {"vi" | "en"} Language */
/** @typedef {Record<Language, Record<string, string>>} Words */
/** @typedef {Record<string, string | number>} Facts */

/** @type {Language} */
let current = remembered();

/** @type {Set<() => void>} */
const followers = new Set();

/** @returns {Language} the choice made before, else the browser's language if it is ours, else Vietnamese */
function remembered() {
  const choice = kept("language");
  if (choice === "vi" || choice === "en") return choice;
  return navigator.language.toLowerCase().startsWith("en") ? "en" : "vi";
}

/** @returns {Language} */
export function language() {
  return current;
}

/** @param {Language} chosen */
export function speak(chosen) {
  current = chosen;
  keep("language", chosen);
  document.documentElement.lang = chosen;
  for (const follow of [...followers]) follow();
}

/**
 * Calls `follow` whenever the language is switched, until the function given back is called.
 * @param {() => void} follow
 * @returns {() => void}
 */
export function onLanguage(follow) {
  followers.add(follow);
  return () => followers.delete(follow);
}

/**
 * The function that says a view's words in the current language: `const word = said(WORDS); word("pages", {count: 3})`.
 * @param {Words} words
 * @returns {(name: string, facts?: Facts) => string}
 */
export function said(words) {
  return (name, facts = {}) => {
    const text = words[current][name];
    if (text === undefined) throw new Error(`no word "${name}"`);
    return text.replace(/\{(\w+)\}/g, (_, fact) => String(facts[fact] ?? ""));
  };
}
