/** Encrypts the members of an OpenDocument or HWPX package as the office programs do, by Node's ciphers. */
import { createCipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { argon2id } from '@noble/hashes/argon2.js';
import { deflateSync, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openBlowfish } from '../../../../electron/extract/formats/office/blowfish.ts';
import { concat } from './makeDoc.ts';

const NAMESPACE = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';
const EXTENDED = 'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0';
const SALT = new Uint8Array(16).fill(3);
const ITERATIONS = 1000;

export interface Locking {
  /** `old` is Blowfish and SHA-1, `usual` AES and SHA-256. */
  method?: 'old' | 'usual';
  /** Which members are encrypted. */
  locked?: RegExp;
  /** Changes what the manifest says. */
  change?(manifest: string): string;
  /** Changes a member after it was encrypted. */
  spoil?(name: string, sealed: Uint8Array): Uint8Array;
  /** HWPX writes its attributes without a prefix. */
  hasPrefixes?: boolean;
}

export function lockMembers(
  zip: Uint8Array,
  password: string,
  {
    method = 'usual',
    locked = /\.(xml|png|hpf|txt)$/,
    change = text => text,
    spoil = (_, sealed) => sealed,
    hasPrefixes = true,
  }: Locking = {},
): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(zip);
  const entries: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    if (!locked.test(name) || /^META-INF\//.test(name)) continue;
    const packed = deflateSync(content);
    files[name] = spoil(name, method === 'old' ? sealOld(packed, password) : sealUsual(packed, password));
    entries.push(
      `<manifest:file-entry manifest:full-path="${name}" manifest:size="${content.byteLength}">${stated(method, packed)}</manifest:file-entry>`,
    );
  }
  const listed = strFromU8(files['META-INF/manifest.xml'] ?? new Uint8Array(0)).replace(
    /^.*?<manifest:manifest[^>]*>/s,
    '',
  );
  const manifest = `<manifest:manifest xmlns:manifest="${NAMESPACE}">${entries.join('')}${listed || '</manifest:manifest>'}`;
  const written = change(hasPrefixes ? manifest : manifest.replace(/ manifest:/g, ' '));
  return storedFirst({ ...files, 'META-INF/manifest.xml': strToU8(written) });
}

/** As LibreOffice 24 and later does: the document as one encrypted member. */
export function lockWhole(
  zip: Uint8Array,
  password: string,
  {
    vectorFirst = true,
    mediaType = 'application/vnd.oasis.opendocument.text',
    change = (text: string) => text,
  }: { vectorFirst?: boolean; mediaType?: string; change?: (manifest: string) => string } = {},
): Uint8Array {
  const initial = new Uint8Array(12).fill(8);
  const key = argon2id(sha256(strToU8(password)), SALT, { t: 1, m: 64, p: 1, dkLen: 32 });
  const cipher = createCipheriv('aes-256-gcm', key, initial);
  const sealed = concat([cipher.update(deflateSync(zip)), cipher.final(), cipher.getAuthTag()]);
  const manifest = `<manifest:manifest xmlns:manifest="${NAMESPACE}" xmlns:loext="${EXTENDED}"><manifest:file-entry manifest:full-path="encrypted-package" manifest:size="${zip.byteLength}"><manifest:encryption-data><manifest:algorithm manifest:algorithm-name="http://www.w3.org/2009/xmlenc11#aes256-gcm" manifest:initialisation-vector="${base64(initial)}"/><manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2001/04/xmlenc#sha256" manifest:key-size="32"/><manifest:key-derivation manifest:key-derivation-name="urn:org:documentfoundation:names:experimental:office:manifest:argon2id" loext:argon2-iterations="1" loext:argon2-memory="64" loext:argon2-lanes="1" manifest:salt="${base64(SALT)}" manifest:key-size="32"/></manifest:encryption-data></manifest:file-entry></manifest:manifest>`;
  return storedFirst({
    mimetype: strToU8(mediaType),
    'encrypted-package': vectorFirst ? concat([initial, sealed]) : sealed,
    'META-INF/manifest.xml': strToU8(change(manifest)),
  });
}

export function encryptBlowfishCfb(bytes: Uint8Array, key: Uint8Array, initial: Uint8Array): Uint8Array {
  const encrypt = openBlowfish(key);
  const sealed = new Uint8Array(bytes.byteLength);
  const feedback = initial.slice();
  for (let at = 0; at < bytes.byteLength; at += 8) {
    encrypt(new DataView(feedback.buffer));
    for (let index = 0; index < 8 && at + index < bytes.byteLength; index += 1)
      sealed[at + index] = (bytes[at + index] ?? 0) ^ (feedback[index] ?? 0);
    feedback.set(sealed.subarray(at, at + 8));
  }
  return sealed;
}

function sealUsual(packed: Uint8Array, password: string): Uint8Array {
  const key = pbkdf2Sync(sha256(strToU8(password)), SALT, ITERATIONS, 32, 'sha1');
  const cipher = createCipheriv('aes-256-cbc', key, new Uint8Array(16).fill(7));
  return concat([cipher.update(packed), cipher.final()]);
}

function sealOld(packed: Uint8Array, password: string): Uint8Array {
  const start = createHash('sha1').update(password, 'utf8').digest();
  return encryptBlowfishCfb(packed, pbkdf2Sync(start, SALT, ITERATIONS, 16, 'sha1'), new Uint8Array(8).fill(7));
}

function stated(method: 'old' | 'usual', packed: Uint8Array): string {
  const beginning = packed.subarray(0, 1024);
  const salt = `manifest:iteration-count="${ITERATIONS}" manifest:salt="${base64(SALT)}"`;
  if (method === 'old') {
    const checksum = base64(createHash('sha1').update(beginning).digest());
    return `<manifest:encryption-data manifest:checksum-type="SHA1/1K" manifest:checksum="${checksum}"><manifest:algorithm manifest:algorithm-name="Blowfish CFB" manifest:initialisation-vector="${base64(new Uint8Array(8).fill(7))}"/><manifest:key-derivation manifest:key-derivation-name="PBKDF2" ${salt}/></manifest:encryption-data>`;
  }
  return `<manifest:encryption-data manifest:checksum-type="${NAMESPACE}#sha256-1k" manifest:checksum="${base64(sha256(beginning))}"><manifest:algorithm manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc" manifest:initialisation-vector="${base64(new Uint8Array(16).fill(7))}"/><manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:key-size="32" ${salt}/><manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256" manifest:key-size="32"/></manifest:encryption-data>`;
}

function storedFirst({ mimetype, ...others }: Record<string, Uint8Array>): Uint8Array {
  return zipSync({ mimetype: mimetype ?? new Uint8Array(0), ...others }, { level: 0 });
}

function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
