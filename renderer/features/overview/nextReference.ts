/** Proposes `C-2026-004` after `C-2026-003`. Pure. */
export function nextReference(taken: readonly string[], year: number): string {
  const numbers = taken.flatMap(reference => {
    const match = new RegExp(`^C-${year}-(\\d+)$`).exec(reference);
    return match ? [Number(match[1])] : [];
  });
  return `C-${year}-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}
