/** The conversations of this browser: found again, searched, renamed, deleted. */

import { call, told } from "../core/api.js";
import { moment } from "../core/dates.js";
import { confirmed, entered } from "../core/dialog.js";
import { el, fill, freshId } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { menu } from "../core/menu.js";
import { navigate } from "../core/router.js";
import { toast } from "../core/toast.js";
import { WORDS } from "../words/ask.js";

const word = said(WORDS);
const PAUSE = 200; // milliseconds in typing

/**
 * @param {() => string | null} current the conversation that is shown
 */
export function historyList(current) {
  const id = freshId("search");
  const title = freshId("history");
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const typed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), PAUSE);
  };
  const search = el("input", { id, type: "search", autocomplete: "off", placeholder: () => word("searchHistory"), "aria-label": () => word("searchHistory"), oninput: typed });
  const list = el("ul", { class: "history-list" });
  const begin = el("a", { class: "button small", href: "/" }, icon("plus"), () => word("newConversation"));
  const element = el(
    "nav",
    { class: "history", "aria-labelledby": title },
    el("h2", { id: title }, () => word("history")),
    begin,
    search,
    list,
    el("p", { class: "small muted" }, () => word("historyHint")),
  );
  return { element, refresh };

  async function refresh() {
    try {
      const words = search.value.trim().slice(0, 200);
      const { conversations } = await call(`/api/conversations${words ? `?q=${encodeURIComponent(words)}` : ""}`);
      fill(list, conversations.length ? conversations.map(row) : el("li", { class: "muted small" }, () => word(words ? "noneFound" : "noHistory")));
    } catch (error) {
      fill(list, el("li", { class: "small unsure" }, told(error)));
    }
  }

  /** @param {any} c */
  function row(c) {
    const link = el("a", { href: `/c/${c.id}`, title: moment(c.at), "aria-current": c.id === current() ? "page" : null }, c.title);
    const choices = () => [
      { label: () => word("rename"), icon: icon("edit"), act: () => rename(c) },
      { label: () => word("delete"), icon: icon("trash"), act: () => remove(c) },
    ];
    return el("li", {}, link, menu({ label: () => word("actionsOf", { title: c.title }), face: [icon("more")], choices }));
  }

  /** @param {any} c */
  async function rename(c) {
    const name = await entered(() => word("renameTitle"), () => word("name"), c.title.slice(0, 200), () => word("save"));
    if (!name) return;
    await tried(() => call(`/api/conversations/${c.id}`, { method: "PATCH", json: { title: name } }));
  }

  /** @param {any} c */
  async function remove(c) {
    if (!(await confirmed(() => word("deleteTitle"), () => word("deleteText"), () => word("delete")))) return;
    await tried(() => call(`/api/conversations/${c.id}`, { method: "DELETE" }));
    toast(() => word("deleted"));
    if (c.id === current()) navigate("/");
    else search.focus();
  }

  /** @param {() => Promise<unknown>} act */
  async function tried(act) {
    try {
      await act();
    } catch (error) {
      const message = told(error);
      toast(() => message);
    }
    await refresh();
  }
}
