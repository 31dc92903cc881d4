/** A menu of files to have a thing as. Knows no single thing: the caller says where each file comes from. */

import { file, told } from "../core/api.js";
import { nodes } from "../core/dom.js";
import { icon } from "../core/icons.js";
import { said } from "../core/language.js";
import { alarm } from "../core/live.js";
import { menu } from "../core/menu.js";
import { toast } from "../core/toast.js";
import { WORDS } from "../words/work.js";

const word = said(WORDS);

/** @typedef {{path: string, json?: unknown}} Where */

/**
 * @param {string[]} formats "docx_state": a docx laid out by the State's rules
 * @param {(format: string, layout: string | null) => Where} where
 * @returns {HTMLElement}
 */
export function exportMenu(formats, where) {
  const choices = () =>
    formats.map((name) => {
      const [format, layout = null] = name.split("_");
      return { label: () => word(`file_${name}`), act: () => save(where(format, layout)) };
    });
  return menu({ label: () => word("exportAs"), face: [icon("download"), ...nodes([() => word("exportAs")])], choices, kind: "" });
}

/**
 * The address of a file: `layout` is added where one is wanted.
 * @param {string} path
 * @param {string | null} layout
 * @returns {string}
 */
export function laidOut(path, layout) {
  return layout ? `${path}${path.includes("?") ? "&" : "?"}layout=${layout}` : path;
}

/** @param {Where} where */
async function save({ path, json }) {
  try {
    const { blob, name } = await file(path, { json });
    const address = URL.createObjectURL(blob);
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000); // the browser may still be reading it
    toast(() => word("exported", { name }));
  } catch (error) {
    const message = told(error);
    toast(() => message);
    alarm(message);
  }
}
