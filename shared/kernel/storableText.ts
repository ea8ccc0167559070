/**
 * Text as it can be stored and read again unchanged: half a surrogate pair has no UTF-8, and SQLite ends text at NUL. Both
 * become U+FFFD. A digest taken of anything else would not be found again, and the custody chain would seem broken.
 */
export function storableText(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD');
}

/** The same for every string in what came over a port; bytes and other objects with a class stay as they are. */
export function storableInput(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return storableText(value);
  if (value === null || typeof value !== 'object' || depth > 40) return value;
  if (Array.isArray(value)) return value.map(item => storableInput(item, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [storableText(key), storableInput(item, depth + 1)]),
  );
}
