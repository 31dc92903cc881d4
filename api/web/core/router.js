/** From an address to a view and back, without loading the page anew. Knows no single view. */

import { el, fill } from "./dom.js";
import { onLanguage, said } from "./language.js";
import { announce } from "./live.js";
import { WORDS } from "../words/shell.js";

/**
 * A view is a module with `mount`: it fills `root`, and may give back what undoes it. `params` are the named parts of
 * the path, and `query`, what stands after the question mark.
 * @typedef {Record<string, string> & {query: URLSearchParams}} Params
 * @typedef {{mount: (root: HTMLElement, params: any) => (void | (() => void))}} View
 * @typedef {{path: string, load: () => Promise<View>}} Route
 */

const word = said(WORDS);

/** @type {Route[]} */
let routes = [];
/** @type {HTMLElement} */
let place;
/** @type {() => void} */
let unmount = () => {};
/** @type {() => string} */
let named = () => "";
/** @type {string} the address shown, without its fragment */
let shown = "";
let turn = 0;
/** @type {Set<(path: string) => void>} */
const watchers = new Set();

/**
 * Shows the view of the address that the window has, and follows links from then on.
 * @param {HTMLElement} main
 * @param {Route[]} known
 */
export function beginRouter(main, known) {
  place = main;
  routes = known;
  document.addEventListener("click", follow);
  addEventListener("popstate", () => {
    if (location.pathname + location.search !== shown) void show(false);
  });
  onLanguage(drawTitle);
  void show(true);
}

/**
 * Goes to an address of the window.
 * @param {string} address
 * @param {{replace?: boolean, quiet?: boolean}} [how] quiet: only the address changes, the view has seen to the rest
 */
export function navigate(address, { replace = false, quiet = false } = {}) {
  history.replaceState({ ...history.state, scrolled: scrollY }, "");
  history[replace ? "replaceState" : "pushState"]({}, "", address);
  if (quiet) arrived();
  else void show(false);
}

/**
 * What the window's title says before the name of the program.
 * @param {() => string} title
 */
export function entitle(title) {
  named = title;
  drawTitle();
}

/**
 * Calls `watch` with the path now and whenever another is shown.
 * @param {(path: string) => void} watch
 */
export function onPath(watch) {
  watchers.add(watch);
  watch(location.pathname);
}

/**
 * @param {string} path
 * @returns {{route: Route, params: Record<string, string>} | null}
 */
function matched(path) {
  for (const route of routes) {
    const pattern = route.path.replace(/:(\w+)/g, "(?<$1>[^/]+)");
    const found = new RegExp(`^${pattern}$`).exec(path);
    if (!found) continue;
    try {
      const parts = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
      return { route, params: Object.fromEntries(parts) };
    } catch {
      return null; // the address is no proper one
    }
  }
  return null;
}

/** @param {MouseEvent} event */
function follow(event) {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.target || link.hasAttribute("download") || link.origin !== location.origin || !matched(link.pathname)) return;
  if (link.pathname + link.search === shown && link.hash) return; // a place in the same view: the browser goes there
  event.preventDefault();
  navigate(link.pathname + link.search + link.hash);
}

function arrived() {
  shown = location.pathname + location.search;
  for (const watch of watchers) watch(location.pathname);
}

/** @param {boolean} first whether the page has just been opened: then the focus stays where the browser has it */
async function show(first) {
  const mine = ++turn;
  const found = matched(location.pathname);
  arrived();
  let view;
  try {
    view = found ? await found.route.load() : null;
  } catch {
    view = null; // its file could not be loaded: the server is gone
  }
  if (mine !== turn) return;
  unmount();
  unmount = () => {};
  named = () => "";
  const root = el("div", { class: "view" });
  place.replaceChildren(root);
  if (view && found) {
    const params = { ...found.params, query: new URLSearchParams(location.search) };
    unmount = view.mount(root, params) ?? (() => {});
  } else fill(root, ...lost(Boolean(found)));
  drawTitle();
  if (first) return;
  if (!location.hash) scrollTo(0, history.state?.scrolled ?? 0);
  // a view that has put the focus somewhere itself keeps it there
  if (!root.contains(document.activeElement)) focusHeading(root);
  announce(document.title);
}

/** @param {HTMLElement} root */
function focusHeading(root) {
  const heading = root.querySelector("h1") ?? place;
  heading.setAttribute("tabindex", "-1");
  /** @type {HTMLElement} */ (heading).focus({ preventScroll: true });
}

/** @param {boolean} known whether there is such a view, only that it could not be loaded */
function lost(known) {
  const again = el("button", { type: "button", class: "primary", onclick: () => void show(false) }, () => word("tryAgain"));
  return [
    el("h1", {}, () => word(known ? "unloaded" : "lost")),
    el("p", {}, () => word(known ? "offline" : "lostHint")),
    known ? again : el("a", { href: "/" }, () => word("home")),
  ];
}

function drawTitle() {
  const name = named();
  document.title = name ? `${name} · Vanban` : "Vanban";
}

