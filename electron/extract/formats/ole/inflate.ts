/** Inflates what lies compressed inside old office documents, counting what comes out while it does. */
import { Inflate } from 'fflate';
import { ExtractionFailure } from '../../extractionFailure.ts';
import { checkExpansion, type ExtractLimits } from '../../limits.ts';
import { joinBytes } from '../../../../shared/kernel/joinBytes.ts';

/** Input goes in piece by piece, so that a bomb is noticed after one piece and not after its whole output. */
const STEP_BYTES = 16 * 1024;
const ZLIB_HEAD_BYTES = 2;

export interface Inflated {
  bytes: Uint8Array;
  /** The data broke off or is damaged; `bytes` is what came before. */
  isDamaged: boolean;
}

export interface BoundedInflater {
  /** Bare deflate, as Hangul has it. */
  inflate(packed: Uint8Array): Inflated;
  /** With zlib's head, and the size known, as PowerPoint has it: its streams are flushed but never ended. */
  unzlib(packed: Uint8Array, expectedBytes: number): Inflated;
}

/** Keeps count of what all streams of one document come to together. */
export function openInflater(limits: ExtractLimits): BoundedInflater {
  let total = 0;

  function run(packed: Uint8Array, expectedBytes: number | null): Inflated {
    const pieces: Uint8Array[] = [];
    let expanded = 0;
    const stream = new Inflate(piece => {
      expanded += piece.byteLength;
      checkExpansion(packed.byteLength, expanded, total + expanded, limits);
      pieces.push(piece);
    });
    let isDamaged = false;
    try {
      for (let at = 0; at < packed.byteLength; at += STEP_BYTES) stream.push(packed.subarray(at, at + STEP_BYTES));
      // Nothing more comes: it is told here that the end is missing, and what came before is kept.
      if (expectedBytes === null) stream.push(new Uint8Array(0), true);
    } catch (error) {
      if (error instanceof ExtractionFailure) throw error;
      isDamaged = true;
    }
    total += expanded;
    return { bytes: joinBytes([...pieces]), isDamaged: isDamaged || expanded < (expectedBytes ?? 0) };
  }

  return {
    inflate: packed => run(packed, null),
    unzlib: (packed, expectedBytes) => run(packed.subarray(ZLIB_HEAD_BYTES), expectedBytes),
  };
}
