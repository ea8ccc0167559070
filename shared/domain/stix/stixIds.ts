/**
 * Ids of STIX objects. Observables have the id that the specification (2.1, section 2.9) derives from what they are, so that everybody
 * gives the same address the same id; what we made has one that follows from our own id, and so stays the same in every export.
 */
import { sha1 } from '@noble/hashes/legacy.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, type Json } from '../../kernel/canonicalJson.ts';

/** Of the specification. */
const OBSERVABLE_NAMESPACE = '00abedb4-aa42-466c-9c01-fed23315a9b7';
/** Of Probatum: chosen once, at random. */
const OUR_NAMESPACE = '6f1f7a52-3d5e-4f0b-9c55-2a9d1c7be84f';

export const STIX_ID =
  /^([a-z][a-z0-9-]{1,248}[a-z0-9])--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function typeOfId(id: string): string | null {
  return STIX_ID.exec(id)?.[1] ?? null;
}

/** Of an object of ours: by what it is and the id that it has here. */
export function ourStixId(type: string, ...parts: readonly string[]): string {
  return `${type}--${uuid5(OUR_NAMESPACE, canonicalJson([type, ...parts]))}`;
}

/** The properties that make an observable what it is; the first hash alone, in the order of the specification. */
const CONTRIBUTING: Readonly<Record<string, readonly string[]>> = {
  'autonomous-system': ['number'],
  'cryptocurrency-wallet': ['value'],
  'domain-name': ['value'],
  'email-addr': ['value'],
  file: ['hashes', 'name'],
  'ipv4-addr': ['value'],
  'ipv6-addr': ['value'],
  'mac-addr': ['value'],
  mutex: ['name'],
  software: ['name', 'vendor', 'version'],
  url: ['value'],
  'user-account': ['account_type', 'user_id', 'account_login'],
};
const HASH_ORDER = ['MD5', 'SHA-1', 'SHA-256', 'SHA-512'];

export function observableId(type: string, properties: Readonly<Record<string, Json>>): string {
  const telling: Record<string, Json> = {};
  for (const name of CONTRIBUTING[type] ?? []) {
    const value = properties[name];
    if (value !== undefined) telling[name] = name === 'hashes' ? firstHash(value) : value;
  }
  return `${type}--${uuid5(OBSERVABLE_NAMESPACE, canonicalJson(telling))}`;
}

function firstHash(hashes: Json): Json {
  if (hashes === null || typeof hashes !== 'object' || Array.isArray(hashes)) return hashes;
  const name = HASH_ORDER.find(one => one in hashes) ?? Object.keys(hashes).sort()[0];
  return name === undefined ? hashes : { [name]: (hashes as Record<string, Json>)[name] ?? null };
}

/** RFC 9562, version 5. */
export function uuid5(namespace: string, name: string): string {
  const space = Uint8Array.from(namespace.replaceAll('-', '').match(/../g) ?? [], byte => Number.parseInt(byte, 16));
  const words = utf8ToBytes(name);
  const input = new Uint8Array(space.length + words.length);
  input.set(space);
  input.set(words, space.length);
  const bytes = sha1(input).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
