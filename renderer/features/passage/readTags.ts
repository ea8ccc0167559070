/** `ship-to-ship, 환적; cargo` → tags, each once, in the order given. */
export function readTags(typed: string): string[] {
  const tags = typed
    .split(/[,;、]+/u)
    .map(tag => tag.trim().slice(0, 80))
    .filter(Boolean);
  return [...new Set(tags)].slice(0, 50);
}
