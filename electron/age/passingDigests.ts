/** SHA-256 of stretches of a stream that passes: each is marked by where it begins and ends. */
import { createHash, type Hash } from 'node:crypto';
import type { DigestMark } from './sealerMessages.ts';

export class PassingDigests {
  readonly #tell: (id: number, sha256: string) => void;
  readonly #marks: DigestMark[] = [];
  #hash: Hash | null = null;
  #position = 0;

  /** Stretches do not overlap; each is told once its last byte has passed. */
  constructor(tell: (id: number, sha256: string) => void) {
    this.#tell = tell;
  }

  mark(mark: DigestMark): void {
    this.#marks.push(mark);
    this.#reach();
  }

  pass(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; ) {
      const next = this.#marks[0]?.offset ?? Number.POSITIVE_INFINITY;
      const taken = Math.min(piece.length - at, next - this.#position);
      this.#hash?.update(piece.subarray(at, at + taken));
      at += taken;
      this.#position += taken;
      this.#reach();
    }
  }

  #reach(): void {
    for (let mark = this.#marks[0]; mark?.offset === this.#position; mark = this.#marks[0]) {
      this.#marks.shift();
      if (mark.type === 'digest-from') this.#hash = createHash('sha256');
      else {
        this.#tell(mark.id, this.#hash?.digest('hex') ?? '');
        this.#hash = null;
      }
    }
  }
}
