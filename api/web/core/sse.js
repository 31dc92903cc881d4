/** Server-sent events out of a body that is read by fetch, which unlike EventSource can POST. */

/**
 * Each event as it comes; `data` is read as JSON. What was not finished by an empty line is dropped.
 * @param {ReadableStream<Uint8Array>} body
 * @returns {AsyncGenerator<{event: string, data: any}>}
 */
export async function* events(body) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let waiting = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      waiting += decoder.decode(value, { stream: true });
      const parts = waiting.split(/\r?\n\r?\n/);
      waiting = parts.pop() ?? "";
      for (const part of parts) {
        const event = eventOf(part);
        if (event) yield event;
      }
    }
  } finally {
    reader.releaseLock();
  }
}

/**
 * @param {string} part the lines of one event
 * @returns {{event: string, data: any} | null} null for a comment
 */
function eventOf(part) {
  let event = "message";
  const data = [];
  for (const line of part.split(/\r?\n/)) {
    const [, field, value] = /^(\w*): ?(.*)$/.exec(line) ?? [];
    if (field === "event") event = value;
    else if (field === "data") data.push(value);
  }
  return data.length ? { event, data: JSON.parse(data.join("\n")) } : null;
}
