/** Pictures and files that a page carries in its own markup as `data:` addresses. */
import type { HtmlObserver } from '../../text/htmlText.ts';
import { decodeBase64 } from '../mail/base64.ts';
import { suffixOfType } from '../mail/suffixes.ts';
import { styleAddresses } from './remoteLoads.ts';

/** Below this it is a bullet, a rounded corner or an icon. */
const LEAST_BYTES = 2048;
/** What a page is dressed in, and not what it says. */
const DRESS =
  /^(?:text\/css|font\/|application\/(?:x-)?font|application\/vnd\.ms-fontobject|(?:text|application)\/(?:x-)?(?:java|ecma)script)/i;

export interface DataPart {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

export interface DataPartsObserver extends HtmlObserver {
  /** Those found since the last call. */
  take(): DataPart[];
  /** How many could not be decoded. */
  damaged(): number;
}

export function openDataParts(): DataPartsObserver {
  let found: DataPart[] = [];
  let count = 0;
  let damaged = 0;
  const seen = new Set<string>();
  let style = '';
  let inStyle = false;

  function note(address: string, name?: string): void {
    const trimmed = address.trimStart();
    if (!/^data:/i.test(trimmed) || trimmed.length < LEAST_BYTES || seen.has(trimmed)) return;
    seen.add(trimmed);
    const part = readDataAddress(trimmed);
    if (part === null) damaged += 1;
    else if (part.bytes.byteLength > LEAST_BYTES && !DRESS.test(part.mediaType)) {
      count += 1;
      const kind = part.mediaType.startsWith('image/') ? 'picture' : 'file';
      found.push({ ...part, name: name || `${kind} ${count}.${suffixOfType(part.mediaType)}` });
    }
  }

  return {
    open(tag, attributes) {
      inStyle = tag === 'style';
      if (inStyle) style = '';
      for (const [key, value] of Object.entries(attributes)) {
        if (value.length < LEAST_BYTES) continue;
        if (key === 'style') for (const address of styleAddresses(value)) note(address);
        else if (key === 'srcset') for (const word of value.split(/\s+/)) note(word.replace(/,+$/, ''));
        else note(value, tag === 'a' ? attributes.download : undefined);
      }
    },
    text(data) {
      if (inStyle) style += data;
    },
    close(tag) {
      if (tag === 'style') for (const address of styleAddresses(style)) note(address);
      style = '';
      inStyle = false;
    },
    take() {
      const taken = found;
      found = [];
      return taken;
    },
    damaged: () => damaged,
  };
}

/** Null where it is not one, or its base64 is broken. */
export function readDataAddress(address: string): { mediaType: string; bytes: Uint8Array } | null {
  const comma = address.indexOf(',');
  if (comma < 0 || !/^data:/i.test(address)) return null;
  const head = address.slice(5, comma);
  const mediaType = /^[^;]+/.exec(head)?.[0]?.trim().toLowerCase() || 'text/plain';
  const data = address.slice(comma + 1);
  if (/;\s*base64\s*$/i.test(head)) {
    const bytes = decodeBase64(data.includes('%') ? percentText(data) : data);
    return bytes === null ? null : { mediaType, bytes };
  }
  return { mediaType, bytes: percentBytes(data) };
}

function percentText(data: string): string {
  return data.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function percentBytes(data: string): Uint8Array {
  const raw = new TextEncoder().encode(data);
  const out = new Uint8Array(raw.byteLength);
  let length = 0;
  for (let at = 0; at < raw.byteLength; at += 1, length += 1) {
    const hex =
      raw[at] === 0x25 ? /^[0-9A-Fa-f]{2}/.exec(String.fromCharCode(raw[at + 1] ?? 0, raw[at + 2] ?? 0)) : null;
    out[length] = hex === null ? (raw[at] ?? 0) : Number.parseInt(hex[0], 16);
    if (hex !== null) at += 2;
  }
  return out.slice(0, length);
}
