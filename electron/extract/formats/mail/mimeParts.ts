/** The leaves of a parsed message in order. postal-mime's own assembly decodes text by the declared charset alone. */
import type PostalMime from 'postal-mime';
import { findEncoding } from '../../text/encoding.ts';
import { decodeEncodedWords } from './encodedWords.ts';
import { safeName } from './headers.ts';
import { decodeQuotedPrintable, type RawSpan } from './rawSpans.ts';
import { suffixOfType } from './suffixes.ts';

const MAX_OUTSIDE_BYTES = 256 * 1024;

export interface MimePart {
  mediaType: string;
  charset: string | undefined;
  flowed: boolean;
  name: string;
  disposition: 'attachment' | 'inline';
  /** Said to be an attachment, or named as a file. */
  isFile: boolean;
  /** As the message points to it (`cid:`), or the address it was saved from. */
  contentId: string | undefined;
  location: string | undefined;
  /** The multipart/alternative it is one of, if any. */
  alternative: object | null;
  bytes: Uint8Array;
}

/** What is used of postal-mime's tree, which its typings leave out; pinned, and covered by tests. */
export interface MimeNode {
  childNodes: MimeNode[];
  state: 'header' | 'body' | 'finished';
  contentTransferEncoding: { encoding: string };
  content: ArrayBuffer | null;
  contentId?: string;
  headers: { key: string; value: string }[];
  contentType: { parsed: { value: string; params: Record<string, string | undefined> }; multipart: string | false };
  contentDisposition: { parsed: { value: string; params: Record<string, string | undefined> } };
}

export function mimeParts(parser: PostalMime, spanOf: (node: MimeNode) => RawSpan | null): MimePart[] {
  const parts: MimePart[] = [];
  const { root } = parser as unknown as { root: MimeNode };
  const open: { node: MimeNode; alternative: object | null }[] = [{ node: root, alternative: null }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, alternative } = next;
    if (node.contentType.multipart === false) {
      const part = toPart(node, alternative, parts.length, spanOf(node));
      if (part !== null) parts.push(part);
    }
    const inside = node.contentType.multipart === 'alternative' ? node : alternative;
    for (const child of [...node.childNodes].reverse()) open.push({ node: child, alternative: inside });
  }
  return parts;
}

function toPart(node: MimeNode, alternative: object | null, index: number, span: RawSpan | null): MimePart | null {
  const bytes = contentOf(node, span);
  const mediaType = node.contentType.parsed.value || 'text/plain';
  const { params } = node.contentType.parsed;
  const stated = recodeName(node.contentDisposition.parsed.params.filename ?? params.name, params.charset, span);
  const isText = mediaType === 'text/plain' || mediaType === 'text/html';
  if (bytes.byteLength === 0 && isText && stated === undefined) return null;
  const said = node.contentDisposition.parsed.value;
  return {
    mediaType,
    charset: params.charset,
    flowed: params.format?.toLowerCase() === 'flowed',
    name:
      stated === undefined
        ? enclosedName(mediaType, bytes, index)
        : decodeEncodedWords(stated).replace(/^.*[\\/]/, '') || `part ${index + 1}`,
    disposition: said === 'attachment' || node.contentId === undefined ? 'attachment' : 'inline',
    // A named text that is to be shown is the body where it is the first; further ones are files that are shown as well.
    isFile: said === 'attachment' || (stated !== undefined && (said !== 'inline' || index > 0)),
    contentId: node.contentId?.replace(/^<|>$/g, ''),
    location: node.headers.find(({ key }) => key === 'content-location')?.value,
    alternative,
    bytes,
  };
}

function contentOf(node: MimeNode, span: RawSpan | null): Uint8Array {
  const { encoding } = node.contentTransferEncoding;
  if (span === null || encoding === 'base64') return new Uint8Array(node.content ?? new ArrayBuffer(0));
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(span.body) : span.body;
}

/** Old programs put names into headers without saying in what encoding; that of the part itself is the best guess. */
function recodeName(name: string | undefined, charset: string | undefined, span: RawSpan | null): string | undefined {
  if (name === undefined || !name.includes('\uFFFD') || span === null) return name;
  const headers = [...findEncoding(span.headers, charset).decode(span.headers)].join('');
  return (
    /\b(?:file)?name\s*=\s*"([^"\r\n]+)"/i.exec(headers)?.[1] ??
    /\b(?:file)?name\s*=\s*([^\s;]+)/i.exec(headers)?.[1] ??
    name
  );
}

/**
 * What stands before the first and behind the last part. Mail programs do not show it, except that some put a sentence for
 * readers without MIME there, which says nothing.
 */
export function textOutsideParts(parser: PostalMime): string {
  const { root } = parser as unknown as { root: MimeNode };
  const found: string[] = [];
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    open.push(...node.childNodes);
    if (node.contentType.multipart === false || node.content === null || node.childNodes.length === 0) continue;
    const bytes = new Uint8Array(node.content).subarray(0, MAX_OUTSIDE_BYTES);
    const text = [...findEncoding(bytes).decode(bytes)].join('').trim();
    if (text !== '' && !(text.length < 500 && /\bMIME\b|multi-?part/i.test(text))) found.push(text);
  }
  return found.reverse().join('\n\n');
}

/** An enclosed message is named by its subject. */
function enclosedName(mediaType: string, bytes: Uint8Array, index: number): string {
  const suffix = suffixOfType(mediaType);
  if (mediaType !== 'message/rfc822') return `part ${index + 1}.${suffix}`;
  const head = new TextDecoder().decode(bytes.subarray(0, 16 * 1024)).split(/\r?\n\r?\n/, 1)[0] ?? '';
  const subject = /^subject:[ \t]*(.*(?:\r?\n[ \t].*)*)/im.exec(head)?.[1]?.replace(/\s+/g, ' ').trim();
  return subject ? `${safeName(decodeEncodedWords(subject))}.eml` : `message ${index + 1}.eml`;
}
