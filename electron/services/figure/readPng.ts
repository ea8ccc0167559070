/** Whether bytes are one whole PNG, and how large its picture is: only what its own frame says, nothing is drawn. */
import { MAX_PICTURE_BYTES } from '../../../shared/contract/figure.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, type and checksum around each part. */
const FRAME_BYTES = 12;
const HEADER_BYTES = 13;
/** A4 at 300 dots an inch is 2480 × 3508; four times as much still opens in every reader. */
const MAX_PIXELS = 36_000_000;
const MAX_SIDE = 20_000;

export interface PictureSize {
  widthPx: number;
  heightPx: number;
}

export function readPng(bytes: Uint8Array): PictureSize {
  if (bytes.length > MAX_PICTURE_BYTES)
    refuse(`the picture has more than ${MAX_PICTURE_BYTES / 1024 / 1024} MB; show less in it`);
  if (!SIGNATURE.every((byte, at) => bytes[at] === byte)) refuse('the picture is not a PNG');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = partsOf(bytes, view);
  const [header] = parts;
  if (header?.type !== 'IHDR' || header.sizeBytes !== HEADER_BYTES || parts.at(-1)?.type !== 'IEND')
    refuse('the picture is not a whole PNG');
  if (!parts.some(part => part.type === 'IDAT')) refuse('the picture is empty');
  const widthPx = view.getUint32(SIGNATURE.length + 8);
  const heightPx = view.getUint32(SIGNATURE.length + 12);
  if (widthPx === 0 || heightPx === 0) refuse('the picture is empty');
  if (widthPx > MAX_SIDE || heightPx > MAX_SIDE || widthPx * heightPx > MAX_PIXELS)
    refuse(`the picture is too large (${widthPx} × ${heightPx} pixels)`);
  return { widthPx, heightPx };
}

/** Ends at IEND, and nothing may stand behind: what a picture does not show has no business in a report. */
function partsOf(bytes: Uint8Array, view: DataView): { type: string; sizeBytes: number }[] {
  const parts: { type: string; sizeBytes: number }[] = [];
  let at = SIGNATURE.length;
  while (at + FRAME_BYTES <= bytes.length) {
    const sizeBytes = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    at += FRAME_BYTES + sizeBytes;
    parts.push({ type, sizeBytes });
    if (type === 'IEND') break;
  }
  if (at !== bytes.length) refuse('the picture is not a whole PNG');
  return parts;
}

function refuse(problem: string): never {
  throw new ProbatumError('invalid-input', { operation: 'figure.add', problem });
}
