/** Small drawings in the colour of the text beside them. Always beside words or a label: none speaks alone. */

const SVG = "http://www.w3.org/2000/svg";

/** @type {Record<string, string>} paths on a field of 24 by 24, drawn as lines */
const PATHS = {
  ask: "M4 5h16v11H9l-5 4z",
  documents: "M7 3h8l4 4v14H7zM15 3v4h4M10 12h6M10 16h6",
  checklists: "M4 6l2 2 3-3M4 13l2 2 3-3M12 7h8M12 14h8M12 20h8M5 20h2",
  sheets: "M4 4h16v16H4zM4 10h16M10 4v16",
  courses: "M3 8l9-4 9 4-9 4zM7 10v6c3 2 7 2 10 0v-6M21 8v6",
  registers: "M5 4h14v16H5zM9 8h6M9 12h6M9 16h3M3 8h2M3 16h2",
  history: "M4 12a8 8 0 1 0 3-6M4 4v4h4M12 8v4l3 2",
  menu: "M4 6h16M4 12h16M4 18h16",
  close: "M6 6l12 12M18 6L6 18",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  settings: "M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4",
  send: "M12 19V5M6 11l6-6 6 6",
  stop: "M7 7h10v10H7z",
  again: "M19 12a7 7 0 1 1-2-5M19 4v4h-4",
  edit: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  open: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  upload: "M12 16V5M7 9l5-5 5 5M5 20h14",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  quote: "M9 7H5v5h4v-5zM9 12c0 3-1 4-3 5M18 7h-4v5h4v-5zM18 12c0 3-1 4-3 5",
  check: "M5 13l4 4L19 7",
  warn: "M12 4l9 16H3zM12 10v4M12 17v.01",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 8v.01",
  filter: "M4 5h16l-6 8v6l-4-2v-4z",
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5",
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
  down: "M5 9l7 7 7-7",
  up: "M5 15l7-7 7 7",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  good: "M7 11v9H4v-9zM7 11l4-8c2 0 3 1 3 3l-1 4h6l-2 10H7",
  bad: "M7 13V4H4v9zM7 13l4 8c2 0 3-1 3-3l-1-4h6l-2-10H7",
  seal: "M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z",
  compare: "M4 5h7v14H4zM13 5h7v14h-7M6 9h3M6 12h3M15 9h3M15 15h3",
  swap: "M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4",
  calendar: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 14h3",
  relations: "M6 4v10M6 14a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM18 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM18 10c0 5-5 4-9 6",
};

/**
 * @param {string} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name] ?? "");
  drawing.append(path);
  return drawing;
}
