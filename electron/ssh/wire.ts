/** The binary form that SSH writes everything in: 32-bit numbers, and strings with their length before them. */

export class MalformedWire extends Error {}

export function wireNumber(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

export function wireString(value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([wireNumber(bytes.length), bytes]);
}

/** Reads what may come from anybody: throws `MalformedWire`, and never looks beyond its end. */
export class WireReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  bytes(count: number): Buffer {
    if (count > this.#bytes.length - this.#at) throw new MalformedWire('it ends too early');
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  number(): number {
    return this.bytes(4).readUInt32BE();
  }

  string(): Buffer {
    return this.bytes(this.number());
  }

  text(): string {
    return this.string().toString('utf8');
  }

  /** What was not read yet. */
  rest(): Buffer {
    return this.bytes(this.#bytes.length - this.#at);
  }

  expectEnd(): void {
    if (this.#at < this.#bytes.length) throw new MalformedWire('something stands behind its end');
  }

  expect(value: string): void {
    if (!this.bytes(value.length).equals(Buffer.from(value, 'latin1'))) throw new MalformedWire('it begins otherwise');
  }
}
