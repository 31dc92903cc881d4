/** The window: its navigation, language and appearance around the view that the address names. */

import { el, fill, byId } from "./core/dom.js";
import { icon } from "./core/icons.js";
import { language, onLanguage, said, speak } from "./core/language.js";
import { beginLive } from "./core/live.js";
import { menu } from "./core/menu.js";
import { beginRouter, onPath } from "./core/router.js";
import { beginTheme, paint, theme, THEMES } from "./core/theme.js";
import { beginToasts } from "./core/toast.js";
import { NAVIGATION, ROUTES } from "./views.js";
import { WORDS } from "./words/shell.js";

const word = said(WORDS);
/** @type {Array<["vi" | "en", string]>} each named in itself, for who cannot read the other */
const LANGUAGES = [["vi", "Tiếng Việt"], ["en", "English"]];
const LOOKS = { auto: "lookAuto", light: "lookLight", dark: "lookDark", contrast: "lookContrast" };

function brand() {
  return el("a", { class: "brand", href: "/", "aria-label": "Vanban" }, el("img", { src: "/web/icon.svg", alt: "", width: 28, height: 28 }), el("span", {}, "Vanban"));
}

function navigation() {
  const links = NAVIGATION.map(({ name, href, paths }) => {
    const link = el("a", { href }, icon(name), el("span", {}, () => word(name)));
    onPath((path) => (paths.test(path) ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current")));
    return el("li", {}, link);
  });
  const list = el("ul", { id: "parts" }, ...links);
  const button = el(
    "button",
    { type: "button", class: "parts-button quiet", "aria-controls": "parts", "aria-expanded": "false", "aria-label": () => word("menu") },
    icon("menu"),
    el("span", {}, () => word("menu")),
  );
  const nav = el("nav", { class: "parts", "aria-label": () => word("mainMenu") }, button, list);
  /** @param {boolean} open */
  const show = (open) => {
    nav.classList.toggle("open", open);
    button.setAttribute("aria-expanded", String(open));
    byId("main").inert = open; // it lies over what is below
    const listen = open ? addEventListener : removeEventListener;
    listen("pointerdown", outside);
    listen("resize", shut);
  };
  const shut = () => show(false);
  /** @param {Event} event */
  const outside = (event) => nav.contains(/** @type {Node} */ (event.target)) || show(false);
  button.addEventListener("click", () => show(!nav.classList.contains("open")));
  nav.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !nav.classList.contains("open")) return;
    show(false);
    button.focus();
  });
  onPath(() => show(false));
  return nav;
}

function languages() {
  const buttons = LANGUAGES.map(([code, name]) => el("button", { type: "button", lang: code, onclick: () => speak(code) }, name));
  const press = () => buttons.forEach((b) => b.setAttribute("aria-pressed", String(b.lang === language())));
  onLanguage(press);
  press();
  return el("div", { class: "languages", role: "group", "aria-label": () => word("language") }, ...buttons);
}

function looks() {
  return menu({
    label: () => word("look"),
    face: [icon("settings")],
    choices: () =>
      THEMES.map((name) => ({ label: () => word(LOOKS[name]), checked: () => theme() === name, act: () => paint(name) })),
  });
}

document.documentElement.lang = language();
fill(byId("skip"), () => word("skip"));
byId("skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address keeps its own fragment
  byId("main").focus();
});
fill(byId("top"), brand(), navigation(), el("div", { class: "top-end" }, languages(), looks()));
fill(byId("bottom"), el("a", { href: "/docs" }, () => word("api")));
beginTheme();
beginLive();
beginToasts();
beginRouter(byId("main"), ROUTES);
