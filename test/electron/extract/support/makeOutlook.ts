/** Builds Outlook messages (MSG) and wrapped mail (TNEF) out of properties, for tests. */
import { type NewCompoundEntry, writeCompoundFile } from '../../../../electron/extract/cfbWrite.ts';

/** A number is a PtypInteger32, a Date a PtypTime, bytes a PtypBinary; text is Unicode unless it is made by `ansi`. */
export type Value = string | number | Date | Uint8Array | { ansi: Uint8Array };
export type Props = Record<number, Value>;

export function ansi(...bytes: number[]): { ansi: Uint8Array } {
  return { ansi: Uint8Array.from(bytes) };
}

const hex = (value: number) => value.toString(16).toUpperCase().padStart(4, '0');

function typed(value: Value): { type: number; bytes: Uint8Array; isFixed: boolean } {
  if (typeof value === 'string') return { type: 0x001f, bytes: Buffer.from(value, 'utf16le'), isFixed: false };
  if (value instanceof Uint8Array) return { type: 0x0102, bytes: value, isFixed: false };
  if (typeof value === 'object' && 'ansi' in value) return { type: 0x001e, bytes: value.ansi, isFixed: false };
  const bytes = Buffer.alloc(8);
  if (typeof value === 'number') bytes.writeInt32LE(value);
  else bytes.writeBigUInt64LE(BigInt(value.getTime()) * 10_000n + 116_444_736_000_000_000n);
  return { type: typeof value === 'number' ? 0x0003 : 0x0040, bytes, isFixed: true };
}

export function storage(props: Props, headerBytes: number, children: NewCompoundEntry[] = []): NewCompoundEntry[] {
  const fixed: Buffer[] = [Buffer.alloc(headerBytes)];
  const streams: NewCompoundEntry[] = [];
  for (const [key, value] of Object.entries(props)) {
    const { type, bytes, isFixed } = typed(value);
    const entry = Buffer.alloc(16);
    entry.writeUInt16LE(type, 0);
    entry.writeUInt16LE(Number(key), 2);
    if (isFixed) entry.set(bytes, 8);
    fixed.push(entry);
    if (!isFixed) streams.push({ name: `__substg1.0_${hex(Number(key))}${hex(type)}`, bytes });
  }
  return [{ name: '__properties_version1.0', bytes: Buffer.concat(fixed) }, ...streams, ...children];
}

export interface MsgToMake {
  props: Props;
  recipients?: Props[];
  attachments?: { props: Props; message?: MsgToMake }[];
}

function contents({ props, recipients = [], attachments = [] }: MsgToMake, headerBytes: number): NewCompoundEntry[] {
  return storage(props, headerBytes, [
    ...recipients.map((recipient, index) => ({
      name: `__recip_version1.0_#0000000${index}`,
      children: storage(recipient, 8),
    })),
    ...attachments.map((attachment, index) => ({
      name: `__attach_version1.0_#0000000${index}`,
      children: storage(
        attachment.props,
        8,
        attachment.message === undefined
          ? []
          : [{ name: '__substg1.0_3701000D', children: contents(attachment.message, 24) }],
      ),
    })),
  ]);
}

export function makeMsg(message: MsgToMake): Uint8Array {
  return writeCompoundFile([{ name: '__nameid_version1.0', children: [] }, ...contents(message, 32)]);
}

/** One attribute: level, number, type, length, data and a checksum that nobody checks. */
export function tnefAttribute(level: number, id: number, data: Uint8Array): Uint8Array {
  const head = Buffer.alloc(9);
  head.writeUInt8(level);
  head.writeUInt16LE(id, 1);
  head.writeUInt32LE(data.byteLength, 5);
  return Buffer.concat([head, data, Buffer.alloc(2)]);
}

export function makeTnef(...attributes: Uint8Array[]): Uint8Array {
  return Buffer.concat([Uint8Array.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]), ...attributes]);
}

export function tnefProps(props: Props): Uint8Array {
  const parts: Uint8Array[] = [];
  const word = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  for (const [key, value] of Object.entries(props)) {
    const { type, bytes, isFixed } = typed(value);
    const head = Buffer.alloc(4);
    head.writeUInt16LE(type, 0);
    head.writeUInt16LE(Number(key), 2);
    const data = isFixed && type === 0x0003 ? bytes.subarray(0, 4) : bytes;
    const padding = Buffer.alloc((4 - (data.byteLength % 4)) % 4);
    parts.push(head, ...(isFixed ? [] : [word(1), word(data.byteLength)]), data, padding);
  }
  return Buffer.concat([word(Object.keys(props).length), ...parts]);
}
