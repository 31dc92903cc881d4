/** Runs before the first paint: the theme and the language of the page, so that nothing flashes. No module on purpose. */
(() => {
  /** @param {string} name */
  const kept = (name) => {
    try {
      return localStorage.getItem(`vanban-${name}`);
    } catch {
      return null;
    }
  };
  /** @param {string} query */
  const is = (query) => matchMedia(query).matches;
  const root = document.documentElement;
  const system = is("(prefers-contrast: more)") ? "contrast" : is("(prefers-color-scheme: dark)") ? "dark" : "light";
  const theme = kept("theme");
  root.dataset.theme = theme === "light" || theme === "dark" || theme === "contrast" ? theme : system;
  const language = kept("language");
  root.lang = language === "vi" || language === "en" ? language : navigator.language.toLowerCase().startsWith("en") ? "en" : "vi";
})();
