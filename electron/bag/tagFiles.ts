/** Reads the tag files of a bag: bagit.txt, bag-info.txt, manifests and fetch.txt, of any version from 0.93 on. */
import { decodeManifestPath } from './bagPath.ts';
import type { Findings } from './bagVerdict.ts';

export interface BagDeclaration {
  version: string;
  encoding: string;
}

/** RFC 8493 section 2.1.1: two lines, always UTF-8, no byte order mark. Version 1.0 allows no other white space. */
export function parseBagit(bytes: Buffer, findings: Findings): BagDeclaration | undefined {
  const problem = (sentence: string): undefined => {
    findings.problem('bagit-malformed', sentence, 'bagit.txt');
    return undefined;
  };
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) {
    problem('bagit.txt begins with a byte order mark, which the standard forbids.');
  }
  const lines = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .filter(line => line !== '');
  const version = /^BagIt-Version:\s*(\d+\.\d+)\s*$/.exec(lines[0] ?? '')?.[1];
  const encoding = /^Tag-File-Character-Encoding:\s*(\S+)\s*$/.exec(lines[1] ?? '')?.[1];
  if (version === undefined)
    return problem('The first line of bagit.txt is not "BagIt-Version: " and a number such as 1.0.');
  if (encoding === undefined)
    return problem('The second line of bagit.txt is not "Tag-File-Character-Encoding: " and a name.');
  if (lines.length > 2) problem('bagit.txt has more than its two lines.');
  if (version === '1.0' && !lines.every(line => /^[^:\s]+: \S+$/.test(line))) {
    problem('bagit.txt has white space where BagIt 1.0 allows none.');
  }
  return { version, encoding };
}

const KNOWN_VERSIONS = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0']);

export function isKnownVersion(version: string): boolean {
  return KNOWN_VERSIONS.has(version);
}

/** A decoder for the tag files, or undefined for an encoding that is not known here. */
export function tagDecoder(encoding: string): ((bytes: Buffer) => string) | undefined {
  try {
    const given = new TextDecoder(encoding, { fatal: true });
    // "UTF-16" says nothing of the order of bytes; the mark at the beginning does.
    const bigEndian = new TextDecoder('utf-16be', { fatal: true });
    return bytes =>
      (given.encoding === 'utf-16le' && bytes[0] === 0xfe && bytes[1] === 0xff ? bigEndian : given).decode(bytes);
  } catch {
    return undefined;
  }
}

export interface ParsedManifest {
  digests: Map<string, string>;
  /** Written by the tools of md5sum, with "*" before the name. */
  starred: boolean;
}

export function parseManifest(
  name: string,
  text: string,
  digestLength: number,
  strict: boolean,
  findings: Findings,
): ParsedManifest {
  const digests = new Map<string, string>();
  let starred = false;
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (line === '') return;
    const match = /^([0-9A-Fa-f]+)[ \t]+(\*?)(.+)$/.exec(line);
    const [, written = '', star = '', rest = ''] = match ?? [];
    if (written.length !== digestLength) {
      findings.problem('manifest-malformed', `Line ${index + 1} of ${name} is not a digest and a path.`, name);
      return;
    }
    if (star !== '') starred = true;
    const path = rest.replace(/^(\.\/)+/, '');
    const digest = written.toLowerCase();
    const before = digests.get(path);
    if (before === undefined) digests.set(path, digest);
    else if (strict || before !== digest) findings.problem('listed-twice', `${name} lists ${path} twice.`, path);
    else findings.warn('listed-twice', `${name} lists ${path} twice, with the same digest.`, path);
  });
  return { digests, starred };
}

/** The file that a manifest's line means: percent-decoded as version 0.97 and later write it, else as it stands. */
export function resolveListed(listed: string, has: (path: string) => boolean): string {
  const decoded = decodeManifestPath(listed);
  return has(decoded) || !has(listed) ? decoded : listed;
}

/** bag-info.txt as label and value; lines that begin with white space go on with the value before. */
export function parseBagInfo(text: string, findings: Findings): [string, string][] {
  const info: [string, string][] = [];
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const last = info.at(-1);
    if (/^\s/.test(line) && last) {
      last[1] = `${last[1]} ${line.trim()}`.trim();
      return;
    }
    const colon = line.indexOf(':');
    if (colon > 0) info.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    else
      findings.problem(
        'tag-file-malformed',
        `Line ${index + 1} of bag-info.txt is not a label and a value.`,
        'bag-info.txt',
      );
  });
  return info;
}

/** The paths that fetch.txt names: "URL LENGTH PATH" a line. Nothing is ever fetched. */
export function parseFetch(text: string, findings: Findings): string[] {
  const paths: string[] = [];
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (line === '') return;
    const path = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/.exec(line)?.[1];
    if (path) paths.push(path.replace(/^(\.\/)+/, ''));
    else
      findings.problem(
        'fetch-malformed',
        `Line ${index + 1} of fetch.txt is not a URL, a length and a path.`,
        'fetch.txt',
      );
  });
  return paths;
}
