/** The API's description, made from /openapi.json by ourselves, so that nothing is loaded from elsewhere. */

import { call, told } from "../core/api.js";
import { el, fill } from "../core/dom.js";
import { said } from "../core/language.js";
import { entitle } from "../core/router.js";
import { WORDS } from "../words/docs.js";

const word = said(WORDS);

/** @type {import("../core/router.js").View["mount"]} */
export function mount(root) {
  entitle(() => word("api"));
  const place = el("div", { lang: "en" });
  fill(root, el("h1", {}, () => word("api")), place);
  call("/openapi.json").then(
    (api) => fill(place, el("p", { class: "lead" }, api.info.description), el("p", {}, el("a", { href: "/openapi.json" }, "/openapi.json")), operations(api)),
    (error) => fill(place, el("p", { class: "notice wrong" }, told(error))),
  );
}

/** @param {any} api */
function operations(api) {
  return Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationView(api, path, method, operation)),
  );
}

/**
 * A schema in a few words: "string", "array of StatementBody", "integer or null".
 * @param {any} schema
 * @returns {string}
 */
function kind(schema) {
  if (schema.$ref) return schema.$ref.split("/").pop();
  if (schema.anyOf) return schema.anyOf.map(kind).join(" or ");
  if (schema.enum || schema.const) return (schema.enum ?? [schema.const]).map((/** @type {any} */ v) => JSON.stringify(v)).join(" | ");
  if (schema.type === "array") return `array of ${kind(schema.items ?? {})}`;
  return [schema.type ?? "any", schema.format].filter(Boolean).join(" ");
}

/**
 * @param {any} api
 * @param {any} schema
 * @returns {Node[]}
 */
function fields(api, schema) {
  const name = schema?.$ref?.split("/").pop();
  const { properties = {}, required = [], description } = name ? api.components.schemas[name] : (schema ?? {});
  const rows = Object.entries(properties).map(([field, value]) => {
    const examples = (value.examples ?? []).filter((/** @type {any} */ e) => e !== null).map((/** @type {any} */ e) => JSON.stringify(e));
    const about = [value.description, examples.length ? `e.g. ${examples.join(", ")}` : ""].filter(Boolean).join("; ");
    return el("li", {}, el("code", {}, field), ` ${kind(value)}${required.includes(field) ? "" : ", optional"}`, about && ` — ${about}`);
  });
  const head = el("p", {}, [name, description].filter(Boolean).join(": ") || kind(schema));
  return rows.length ? [head, el("ul", {}, rows)] : [head];
}

/**
 * @param {any} api
 * @param {string} path
 * @param {string} method
 * @param {any} operation
 */
function operationView(api, path, method, operation) {
  const title = () => word("parameters");
  const view = el(
    "details",
    { class: "card operation" },
    el("summary", {}, el("code", {}, `${method.toUpperCase()} ${path}`), ` ${operation.summary ?? ""}`),
    el("p", {}, operation.description ?? ""),
  );
  if (operation.parameters?.length) {
    const rows = operation.parameters.map((/** @type {any} */ p) =>
      el("li", {}, el("code", {}, p.name), ` ${kind(p.schema ?? {})} (${p.in})${p.required ? "" : ", optional"}`),
    );
    view.append(el("h2", {}, title), el("ul", {}, rows));
  }
  for (const [type, sent] of Object.entries(operation.requestBody?.content ?? {})) {
    view.append(el("h2", {}, () => `${word("body")} (${type})`), ...fields(api, sent.schema));
  }
  view.append(el("h2", {}, () => word("responses")));
  for (const [status, response] of Object.entries(operation.responses)) {
    const kinds = Object.entries(response.content ?? {});
    view.append(el("p", {}, el("strong", {}, status), ` ${response.description} ${kinds.map(([type]) => type).join(", ")}`));
    if (Number(status) < 300) for (const [, got] of kinds) if (got.schema) view.append(...fields(api, got.schema));
  }
  return view;
}
