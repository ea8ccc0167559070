/**
 * The terms of CASE and UCO (1.x; caseontology.org, unifiedcyberontology.org) that a custody log needs, and ours for what they lack:
 * the place in the chain, the hashes that make it one, and our own word for what was done.
 */
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export const CONTEXT = {
  kb: 'urn:probatum:kb:',
  probatum: 'urn:probatum:custody#',
  'case-investigation': 'https://ontology.caseontology.org/case/investigation/',
  'uco-action': 'https://ontology.unifiedcyberontology.org/uco/action/',
  'uco-core': 'https://ontology.unifiedcyberontology.org/uco/core/',
  'uco-identity': 'https://ontology.unifiedcyberontology.org/uco/identity/',
  'uco-observable': 'https://ontology.unifiedcyberontology.org/uco/observable/',
  'uco-tool': 'https://ontology.unifiedcyberontology.org/uco/tool/',
  'uco-types': 'https://ontology.unifiedcyberontology.org/uco/types/',
  'uco-vocabulary': 'https://ontology.unifiedcyberontology.org/uco/vocabulary/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export type Node = Record<string, unknown>;

/** Names of nodes end with a UUID, as UCO asks; the same thing has the same name in every export. */
export function nodeId(kind: string, ...parts: readonly string[]): string {
  const bytes = sha1(utf8ToBytes(`probatum ${JSON.stringify([kind, ...parts])}`)).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(bytes);
  const uuid = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  return `kb:${kind}-${uuid}`;
}

export function ref(id: string): Node {
  return { '@id': id };
}

export function typed(type: string, value: string): Node {
  return { '@type': type, '@value': value };
}

export function hashNode(sha256: string): Node {
  return {
    '@type': 'uco-types:Hash',
    'uco-types:hashMethod': typed('uco-vocabulary:HashNameVocab', 'SHA256'),
    'uco-types:hashValue': typed('xsd:hexBinary', sha256),
  };
}
