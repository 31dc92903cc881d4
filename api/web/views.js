/** Every view of the window: its address, its module, and where it stands in the navigation. A view loads when first shown. */

/** @typedef {import("./core/router.js").Route} Route */

/** @type {Route[]} */
export const ROUTES = [
  { path: "/", load: () => import("./views/ask.js") },
  { path: "/c/:conversation", load: () => import("./views/ask.js") },
  { path: "/compare", load: () => import("./views/compare.js") },
  { path: "/documents", load: () => import("./views/documents.js") },
  { path: "/documents/:id", load: () => import("./views/document.js") },
  { path: "/checklists", load: () => import("./views/checklists.js") },
  { path: "/checklists/:id", load: () => import("./views/checklist.js") },
  { path: "/sheets", load: () => import("./views/sheets.js") },
  { path: "/sheets/:kind", load: () => import("./views/sheets.js") },
  { path: "/courses", load: () => import("./views/courses.js") },
  { path: "/courses/:id", load: () => import("./views/course.js") },
  { path: "/registers", load: () => import("./views/registers.js") },
  { path: "/registers/:kind", load: () => import("./views/registers.js") },
  { path: "/docs", load: () => import("./views/docs.js") },
];

/** The navigation: `name` is a word and an icon of that name, `paths` say which addresses belong to it. */
export const NAVIGATION = [
  { name: "ask", href: "/", paths: /^\/(c\/|$)/ },
  { name: "checklists", href: "/checklists", paths: /^\/checklists/ },
  { name: "sheets", href: "/sheets", paths: /^\/sheets/ },
  { name: "courses", href: "/courses", paths: /^\/courses/ },
  { name: "registers", href: "/registers", paths: /^\/registers/ },
  { name: "documents", href: "/documents", paths: /^\/(documents|compare)/ },
];
