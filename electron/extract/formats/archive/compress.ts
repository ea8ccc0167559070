/** The old Unix `compress` (.Z): LZW with codes of 9 to 16 bits. It has no checksum and no end mark. */
import type { ByteReader } from '../../byteReader.ts';
import { DAMAGED_MEMBER, MemberProblem } from './members.ts';

const HEADER_BYTES = 3;
const CLEAR = 256;
const FIRST_CODE = 257;
const PIECE_BYTES = 64 * 1024;

/** @throws MemberProblem where the data are damaged */
export async function* expandCompress(source: ByteReader): AsyncGenerator<Uint8Array> {
  const flags = (await source.read(2, 1))[0] ?? 0;
  const maxBits = flags & 0x1f;
  const hasClear = (flags & 0x80) !== 0;
  if (maxBits < 9 || maxBits > 16) throw new MemberProblem(DAMAGED_MEMBER);
  const prefix = new Uint16Array(1 << maxBits);
  const suffix = new Uint8Array(1 << maxBits);
  const stack = new Uint8Array(1 << maxBits);
  let next = hasClear ? FIRST_CODE : CLEAR;
  let bits = 9;
  let previous = -1;
  let first = 0;
  let out = new Uint8Array(PIECE_BYTES);
  let filled = 0;
  let held = 0;
  let heldBits = 0;
  /** Bits of codes since the width last changed: codes come in groups of eight, and a change of width ends a group. */
  let groupBits = 0;
  let skipBits = 0;

  for await (const { offset, bytes } of source.chunks()) {
    for (const byte of offset === 0 ? bytes.subarray(HEADER_BYTES) : bytes) {
      if (skipBits > 0) {
        skipBits -= 8;
        continue;
      }
      held |= byte << heldBits;
      heldBits += 8;
      if (heldBits < bits) continue;
      const code = held & ((1 << bits) - 1);
      held >>>= bits;
      heldBits -= bits;
      groupBits += bits;
      if (code === CLEAR && hasClear) {
        next = FIRST_CODE;
        skipBits = startGroup(groupBits, bits, heldBits);
        [bits, groupBits, held, heldBits, previous] = [9, 0, 0, 0, -1];
        continue;
      }
      if (code > next || (code === next && previous < 0)) throw new MemberProblem(DAMAGED_MEMBER);
      let depth = 0;
      let at = code;
      if (code === next) {
        stack[depth] = first;
        depth += 1;
        at = previous;
      }
      while (at >= 256) {
        stack[depth] = suffix[at] ?? 0;
        depth += 1;
        at = prefix[at] ?? 0;
      }
      first = at;
      stack[depth] = first;
      for (; depth >= 0; depth -= 1) {
        out[filled] = stack[depth] ?? 0;
        filled += 1;
        if (filled === PIECE_BYTES) {
          yield out;
          out = new Uint8Array(PIECE_BYTES);
          filled = 0;
        }
      }
      if (previous >= 0 && next < 1 << maxBits) {
        prefix[next] = previous;
        suffix[next] = first;
        next += 1;
        if (next === 1 << bits && bits < maxBits) {
          skipBits = startGroup(groupBits, bits, heldBits);
          [groupBits, held, heldBits] = [0, 0, 0];
          bits += 1;
        }
      }
      previous = code;
    }
  }
  if (filled > 0) yield out.subarray(0, filled);
}

/** How many bits of the group are still to come and mean nothing; those that were read already are dropped. */
function startGroup(groupBits: number, bits: number, heldBits: number): number {
  const group = bits * 8;
  const missing = (group - (groupBits % group)) % group;
  return missing - heldBits;
}
