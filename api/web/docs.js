/** The API's description, made from /openapi.json by ourselves, so that nothing is loaded from elsewhere. */

import { begin, byId, call, el, onLanguage, word } from "./page.js";

/** @type {any} */
let api = null;

/**
 * The named schema that a reference stands for.
 * @param {any} schema
 * @returns {any}
 */
function resolved(schema) {
  const name = schema?.$ref?.split("/").pop();
  return name ? { name, ...api.components.schemas[name] } : (schema ?? {});
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

/** @param {any} schema */
function fields(schema) {
  const { properties = {}, required = [], description, name } = resolved(schema);
  const rows = Object.entries(properties).map(([field, value]) => {
    const examples = (value.examples ?? []).filter((/** @type {any} */ e) => e !== null).map((/** @type {any} */ e) => JSON.stringify(e));
    const about = [value.description, examples.length ? `e.g. ${examples.join(", ")}` : ""].filter(Boolean).join("; ");
    return el("li", {}, el("code", {}, field), ` ${kind(value)}${required.includes(field) ? "" : ", optional"}`, about ? ` — ${about}` : "");
  });
  return [el("p", {}, [name, description].filter(Boolean).join(": ") || kind(schema)), ...(rows.length ? [el("ul", {}, ...rows)] : [])];
}

/**
 * @param {string} path
 * @param {string} method
 * @param {any} operation
 */
function operationView(path, method, operation) {
  const view = el("details", { class: "card operation" });
  view.append(
    el("summary", {}, el("code", {}, `${method.toUpperCase()} ${path}`), ` ${operation.summary ?? ""}`),
    el("p", {}, operation.description ?? ""),
  );
  if (operation.parameters?.length) {
    const rows = operation.parameters.map((/** @type {any} */ p) =>
      el("li", {}, el("code", {}, p.name), ` ${kind(p.schema ?? {})} (${p.in})${p.required ? "" : ", optional"}`),
    );
    view.append(el("h2", {}, word("parameters")), el("ul", {}, ...rows));
  }
  for (const [type, sent] of Object.entries(operation.requestBody?.content ?? {})) {
    view.append(el("h2", {}, `${word("body")} (${type})`), ...fields(sent.schema));
  }
  view.append(el("h2", {}, word("responses")));
  for (const [status, response] of Object.entries(operation.responses)) {
    const kinds = Object.entries(response.content ?? {});
    view.append(el("p", {}, el("strong", {}, status), ` ${response.description} ${kinds.map(([type]) => type).join(", ")}`));
    if (Number(status) < 300) for (const [, got] of kinds) if (got.schema) view.append(...fields(got.schema));
  }
  return view;
}

function draw() {
  document.title = `${word("api")} · Vanban`;
  if (!api) return;
  byId("about").textContent = api.info.description;
  const views = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationView(path, method, operation)),
  );
  byId("operations").replaceChildren(...views);
}

begin();
onLanguage(draw);
api = await call("/openapi.json");
draw();
