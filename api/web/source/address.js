/** Where two documents are compared. */

/**
 * @param {string} left
 * @param {string} right
 * @returns {string}
 */
export function compareAddress(left, right) {
  return `/compare?left=${encodeURIComponent(left)}&right=${encodeURIComponent(right)}`;
}
