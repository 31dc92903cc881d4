/** Items dragged by their handle, with mouse, pen or finger. Where an item may go is for the caller. */

const EDGE = 70; // pixels from the window's edge at which it scrolls
const SPEED = 14;

/**
 * Follows the pointer from the press on until it is let go, and tells behind which item of the list it was dropped.
 * @param {HTMLElement} list holds the items, elements of the class `item` with `data-id`, in sections with `data-section`
 * @param {HTMLElement} dragged
 * @param {PointerEvent} press
 * @param {(drop: {after: string | null, section: string}) => void} dropped
 */
export function dragItem(list, dragged, press, dropped) {
  if (press.button) return;
  press.preventDefault();
  /** @type {{element: HTMLElement, behind: boolean} | null} */
  let goal = null;
  let y = press.clientY;
  let x = press.clientX;
  let frame = requestAnimationFrame(scrolled);
  dragged.classList.add("dragged");
  addEventListener("pointermove", moved);
  addEventListener("pointerup", done);
  addEventListener("pointercancel", stop);
  addEventListener("keydown", escape, true);

  /** @param {PointerEvent} event */
  function moved(event) {
    x = event.clientX;
    y = event.clientY;
    aim();
  }

  function aim() {
    const under = document.elementFromPoint(x, y);
    const item = /** @type {HTMLElement | null} */ (under?.closest(".item") ?? under?.closest("[data-section]") ?? null);
    clear();
    if (!item || !list.contains(item) || item === dragged) return;
    const box = item.getBoundingClientRect();
    goal = { element: item, behind: item.classList.contains("item") && y > box.top + box.height / 2 };
    item.classList.add(goal.behind ? "drop-behind" : "drop-before");
  }

  function clear() {
    goal?.element.classList.remove("drop-behind", "drop-before");
    goal = null;
  }

  function scrolled() {
    const by = y < EDGE ? -SPEED : y > innerHeight - EDGE ? SPEED : 0;
    if (by) {
      scrollBy(0, by);
      aim();
    }
    frame = requestAnimationFrame(scrolled);
  }

  /** @param {KeyboardEvent} event */
  function escape(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    clear();
    stop();
  }

  function stop() {
    cancelAnimationFrame(frame);
    removeEventListener("pointermove", moved);
    removeEventListener("pointerup", done);
    removeEventListener("pointercancel", stop);
    removeEventListener("keydown", escape, true);
    dragged.classList.remove("dragged");
    clear();
  }

  function done() {
    const at = goal;
    stop();
    if (!at) return;
    const section = /** @type {HTMLElement} */ (at.element.closest("[data-section]")).dataset.section ?? "";
    if (!at.element.classList.contains("item")) return dropped({ after: null, section });
    const items = [...(at.element.parentElement?.children ?? [])].filter((e) => e !== dragged && e.classList.contains("item"));
    const place = items.indexOf(at.element) - (at.behind ? 0 : 1);
    dropped({ after: /** @type {HTMLElement | undefined} */ (items[place])?.dataset.id ?? null, section });
  }
}
