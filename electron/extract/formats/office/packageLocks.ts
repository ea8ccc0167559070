/** Which members of an OpenDocument or HWPX package are encrypted and how, by what its manifest says. */
import { walkXml, type XmlAttributes } from '../../text/xmlWalk.ts';

/** As stated; it is judged when the member is opened. Names of attributes are without their prefixes. */
export interface StatedLock {
  /** Of the member before it was packed and encrypted. */
  sizeBytes: number | undefined;
  checksum: XmlAttributes;
  algorithm: XmlAttributes;
  derivation: XmlAttributes;
  startKey: XmlAttributes;
}

export interface PackageLocks {
  /** By path in small letters. */
  members: ReadonlyMap<string, StatedLock>;
  /** The key is handed to the holders of certain OpenPGP keys, and no password opens it. */
  isForKeyHolders: boolean;
}

export function readPackageLocks(manifest: Uint8Array | undefined): PackageLocks {
  const members = new Map<string, StatedLock>();
  let isForKeyHolders = false;
  let path = '';
  let size = '';
  let lock: StatedLock | null = null;
  if (manifest !== undefined) {
    walkXml(manifest, {
      open(name, prefixed) {
        const attributes = withoutPrefixes(prefixed);
        switch (name.replace(/^.*:/, '')) {
          case 'file-entry':
            path = attributes['full-path'] ?? '';
            size = attributes.size ?? '';
            break;
          case 'encryption-data':
            lock = { sizeBytes: sizeOf(size), checksum: attributes, algorithm: {}, derivation: {}, startKey: {} };
            members.set(lockKey(path), lock);
            break;
          case 'algorithm':
            if (lock !== null) lock.algorithm = attributes;
            break;
          case 'key-derivation':
            if (lock !== null) lock.derivation = attributes;
            break;
          case 'start-key-generation':
            if (lock !== null) lock.startKey = attributes;
            break;
          case 'encrypted-key':
          case 'PGPData':
            isForKeyHolders = true;
        }
      },
      close(name) {
        if (name.replace(/^.*:/, '') === 'encryption-data') lock = null;
      },
    });
  }
  return { members, isForKeyHolders };
}

export function lockKey(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function sizeOf(stated: string): number | undefined {
  return /^\d{1,12}$/.test(stated) ? Number(stated) : undefined;
}

function withoutPrefixes(attributes: XmlAttributes): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.replace(/^.*:/, ''), value]));
}
