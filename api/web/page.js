/** What every page shares: the language, elements made without markup, calls to the API. Knows no single page. */

import { WORDS } from "./words.js";

/** @typedef {import("./words.js").Language} Language */

const KEPT = "vanban-language";

/** @type {Language} */
let current = remembered();

/** @type {Array<() => void>} */
const redraws = [];

/** @returns {Language} the choice made before, else the browser's language if it is ours, else Vietnamese */
function remembered() {
  const kept = read();
  if (kept === "vi" || kept === "en") return kept;
  return navigator.language.toLowerCase().startsWith("en") ? "en" : "vi";
}

/** @returns {string | null} */
function read() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null; // storage is switched off: the choice lasts as long as the page
  }
}

/** @param {Language} language */
function keep(language) {
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // as above
  }
}

/** @returns {Language} */
export function language() {
  return current;
}

/**
 * A word of the page in the current language, with its {places} filled.
 * @param {string} name
 * @param {Record<string, string | number>} [facts]
 * @returns {string}
 */
export function word(name, facts = {}) {
  return WORDS[current][name].replace(/\{(\w+)\}/g, (_, fact) => String(facts[fact] ?? ""));
}

/**
 * Calls `redraw` now and whenever the language is switched.
 * @param {() => void} redraw
 */
export function onLanguage(redraw) {
  redraws.push(redraw);
  redraw();
}

/** Puts the page's fixed words in and makes the switch work. */
export function begin() {
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => {
      current = button.getAttribute("data-language") === "en" ? "en" : "vi";
      keep(current);
      redraws.forEach((redraw) => redraw());
    });
  }
  onLanguage(() => {
    document.documentElement.lang = current;
    for (const element of document.querySelectorAll("[data-word]")) {
      element.textContent = word(element.getAttribute("data-word") ?? "");
    }
    for (const element of document.querySelectorAll("[data-placeholder]")) {
      element.setAttribute("placeholder", word(element.getAttribute("data-placeholder") ?? ""));
    }
    for (const element of document.querySelectorAll("[data-label]")) {
      element.setAttribute("aria-label", word(element.getAttribute("data-label") ?? ""));
    }
    for (const button of document.querySelectorAll("[data-language]")) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-language") === current));
    }
  });
}

/**
 * An element with attributes and children; strings become text, never markup.
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * The element with an id, which the page is known to have.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element #${id}`);
  return element;
}

/** What the server says went wrong, or that it cannot be reached; its message is for the reader. */
export class Problem extends Error {}

/**
 * A call to the API; throws a Problem whose message is in the reader's language.
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
export async function call(path, options = {}) {
  const headers = new Headers(options.headers);
  headers.set("Accept-Language", current);
  let response;
  try {
    response = await fetch(path, { ...options, headers });
  } catch {
    throw new Problem(word("offline"));
  }
  const body = await response.json().catch(() => null);
  if (!response.ok || body === null) throw new Problem(body?.detail ?? `${word("failed")} (${response.status})`);
  return body;
}
