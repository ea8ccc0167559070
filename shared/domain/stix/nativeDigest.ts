/** The digest of an object without our extension: it tells whether somebody changed the object after it left here. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, type Json } from '../../kernel/canonicalJson.ts';
import { ENTITY_EXTENSION, type OurExtension, type StixObject } from './stixObject.ts';

export function nativeDigest(object: StixObject): string {
  const { extensions, ...rest } = object;
  const others = Object.entries((extensions ?? {}) as Record<string, Json>).filter(([id]) => id !== ENTITY_EXTENSION);
  const native = others.length === 0 ? rest : { ...rest, extensions: Object.fromEntries(others) };
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(native as Json))));
}

export function withExtension(
  object: StixObject,
  extension: Omit<OurExtension, 'extension_type' | 'native'>,
): StixObject {
  const others = (object['extensions'] ?? {}) as Record<string, Json>;
  const ours: OurExtension = { extension_type: 'property-extension', ...extension, native: nativeDigest(object) };
  return { ...object, extensions: { ...others, [ENTITY_EXTENSION]: ours as unknown as Json } };
}
