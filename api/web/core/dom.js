/**
 * Elements made without markup: a string becomes text, whatever stands in it.
 * A function given for a text or an attribute is said now and again whenever the language is switched.
 */

import { onLanguage } from "./language.js";

/** @typedef {Node | string | number | null | undefined | false | (() => string)} Child */
/** @typedef {string | number | boolean | null | undefined | (() => string) | ((event: any) => unknown)} Value */

/** @type {Set<WeakRef<Node>>} nodes that follow the language, as long as anybody holds them */
const following = new Set();
/** @type {WeakMap<Node, Array<() => void>>} */
const renewals = new WeakMap();

onLanguage(() => {
  for (const reference of following) {
    const node = reference.deref();
    if (node) renewals.get(node)?.forEach((renew) => renew());
    else following.delete(reference);
  }
});

/**
 * Does something to a node now and whenever the language is switched.
 * @template {Node} N
 * @param {N} node
 * @param {() => void} renew
 * @returns {N}
 */
export function follows(node, renew) {
  const before = renewals.get(node);
  if (before) before.push(renew);
  else {
    renewals.set(node, [renew]);
    following.add(new WeakRef(node));
  }
  renew();
  return node;
}

/**
 * An element: attributes by name, "on..." are listeners, true is an attribute without a value, false and null none.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, Value>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on") && typeof value === "function") element.addEventListener(name.slice(2), /** @type {any} */ (value));
    else if (typeof value === "function") follows(element, () => element.setAttribute(name, /** @type {() => string} */ (value)()));
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...nodes(children));
  return element;
}

/**
 * What `el` takes as children, as nodes.
 * @param {Array<Child | Child[]>} children
 * @returns {Node[]}
 */
export function nodes(children) {
  return children.flat().flatMap((child) => {
    if (child === null || child === undefined || child === false || child === "") return [];
    if (child instanceof Node) return [child];
    if (typeof child !== "function") return [document.createTextNode(String(child))];
    const text = document.createTextNode("");
    return [follows(text, () => void (text.data = child()))];
  });
}

/**
 * Puts new children in place of all of an element's.
 * @param {Element} element
 * @param {...(Child | Child[])} children
 */
export function fill(element, ...children) {
  element.replaceChildren(...nodes(children));
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

let count = 0;

/**
 * An id that no other element of the page has.
 * @param {string} [name]
 * @returns {string}
 */
export function freshId(name = "x") {
  count += 1;
  return `${name}-${count}`;
}
