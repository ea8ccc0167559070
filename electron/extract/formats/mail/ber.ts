/** Just enough of ASN.1's basic encoding (X.690) to find the content in a signed message. */

export interface BerElement {
  tag: number;
  children: BerElement[];
  /** The bytes of a string, joined where it is cut into pieces. */
  content(): Uint8Array;
  end: number;
}

const MAX_DEPTH = 20;
const MAX_CHILDREN = 100_000;

/** @throws RangeError where lengths do not add up */
export function readElement(bytes: Uint8Array, start: number, limit = bytes.byteLength, depth = 0): BerElement {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined || start + 2 > limit || depth > MAX_DEPTH || (tag & 0x1f) === 0x1f)
    throw new RangeError('not an element');
  let at = start + 2;
  let length = first;
  const isOpenEnded = first === 0x80;
  if (first > 0x80) {
    length = 0;
    for (let count = first & 0x7f; count > 0; count -= 1, at += 1) length = length * 256 + (bytes[at] ?? 0);
  }
  const from = at;
  let end = isOpenEnded ? limit : from + length;
  if (end > limit) throw new RangeError('longer than what holds it');
  const children: BerElement[] = [];
  if ((tag & 0x20) !== 0) {
    while (at < end && children.length < MAX_CHILDREN) {
      if (isOpenEnded && bytes[at] === 0 && bytes[at + 1] === 0) {
        end = at + 2;
        break;
      }
      const inner = readElement(bytes, at, end, depth + 1);
      children.push(inner);
      at = inner.end;
    }
  }
  return { tag, children, end, content: () => (children.length === 0 ? bytes.subarray(from, end) : join(children)) };
}

function join(children: readonly BerElement[]): Uint8Array {
  const pieces = children.map(child => child.content());
  const whole = new Uint8Array(pieces.reduce((total, piece) => total + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
