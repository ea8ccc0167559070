/** The same value with every string in it changed; keys stay, and fields that are named to be left stay as they are. */
export function mapStrings<Value>(
  value: Value,
  change: (text: string) => string,
  left: ReadonlySet<string> = new Set(),
): Value {
  const walk = (given: unknown): unknown => {
    if (typeof given === 'string') return change(given);
    if (Array.isArray(given)) return given.map(walk);
    if (given === null || typeof given !== 'object') return given;
    return Object.fromEntries(Object.entries(given).map(([key, item]) => [key, left.has(key) ? item : walk(item)]));
  };
  return walk(value) as Value;
}

/** Without the characters that XML cannot hold, which broken text layers are full of: Word would refuse the whole file. */
export function printable(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}
