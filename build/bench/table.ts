/** The result: what was measured, beside a peer of the same run. */
export interface Figure {
  what: string;
  measured: string;
  /** What it is compared with, and that one's own figure; or why there is none. */
  peer: string;
  /** Above 1 is better than the peer, whatever the unit. */
  ratio: number | null;
  budget?: string;
}

export function printTable(figures: readonly Figure[]): void {
  const head = ['what', 'measured', 'peer in the same run', '× peer', 'budget'];
  const rows = figures.map(({ what, measured, peer, ratio, budget }) => [
    what,
    measured,
    peer,
    formatRatio(ratio),
    budget ?? '',
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map(row => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  console.log(line(head));
  console.log(widths.map(width => '─'.repeat(width)).join('  '));
  for (const row of rows) console.log(line(row));
}

function formatRatio(ratio: number | null): string {
  return ratio === null || !Number.isFinite(ratio) ? '' : ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2);
}

export function inMilliseconds(value: number): string {
  if (value < 1) return `${value.toFixed(2)} ms`;
  return value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`;
}

export function inMegabytes(bytes: number | null): string {
  return bytes === null ? 'not known here' : `${Math.round(bytes / 1e6)} MB`;
}
