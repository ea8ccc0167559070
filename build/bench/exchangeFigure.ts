/** A row of the exchange: our time and memory beside those of the public programs that do the like. */
import { EXHIBIT_BYTES } from './exchangeGround.ts';
import type { Measured } from './runProgram.ts';
import { type Figure, inMegabytes } from './table.ts';

export function besidePeer(
  what: string,
  sizeBytes: number,
  ours: Measured,
  name: string,
  peer: Measured | null,
  budget = '< 500 MB',
): Figure {
  const speed = ({ seconds, cpuSeconds }: Measured) =>
    `${seconds.toFixed(1)} s, ${Math.round(sizeBytes / 1e6 / seconds)} MB/s, ${(cpuSeconds ?? 0).toFixed(1)} s CPU`;
  return {
    what,
    measured: `${speed(ours)}, ${inMegabytes(ours.peakBytes)}`,
    peer: peer ? `${name}: ${speed(peer)}` : `${name}: not installed`,
    ratio: peer ? peer.seconds / ours.seconds : null,
    budget,
  };
}

export function sizeWords(sizeBytes: number): string {
  return `${Math.round(sizeBytes / 1e6)} MB in ${Math.ceil(sizeBytes / EXHIBIT_BYTES)} exhibits`;
}
