/** The leaves of a parsed message in order. postal-mime's own assembly decodes text by the declared charset alone. */
import type PostalMime from 'postal-mime';
import { decodeEncodedWords } from './encodedWords.ts';

export interface MimePart {
  mediaType: string;
  charset: string | undefined;
  flowed: boolean;
  name: string;
  disposition: 'attachment' | 'inline';
  /** Said to be an attachment, or named as a file. */
  isFile: boolean;
  /** The multipart/alternative it is one of, if any. */
  alternative: object | null;
  bytes: Uint8Array;
}

/** What is used of postal-mime's tree, which its typings leave out; pinned, and covered by tests. */
interface MimeNode {
  childNodes: MimeNode[];
  content: ArrayBuffer | null;
  contentId?: string;
  contentType: { parsed: { value: string; params: Record<string, string | undefined> }; multipart: string | false };
  contentDisposition: { parsed: { value: string; params: Record<string, string | undefined> } };
}

const SUFFIXES: Record<string, string> = {
  'message/rfc822': 'eml',
  'text/html': 'html',
  'text/plain': 'txt',
  'text/calendar': 'ics',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'message/delivery-status': 'txt',
  'text/rtf': 'rtf',
};

export function mimeParts(parser: PostalMime): MimePart[] {
  const parts: MimePart[] = [];
  const { root } = parser as unknown as { root: MimeNode };
  const open: { node: MimeNode; alternative: object | null }[] = [{ node: root, alternative: null }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, alternative } = next;
    if (node.contentType.multipart === false) {
      const part = toPart(node, alternative, parts.length);
      if (part !== null) parts.push(part);
    }
    const inside = node.contentType.multipart === 'alternative' ? node : alternative;
    for (const child of [...node.childNodes].reverse()) open.push({ node: child, alternative: inside });
  }
  return parts;
}

function toPart(node: MimeNode, alternative: object | null, index: number): MimePart | null {
  const bytes = new Uint8Array(node.content ?? new ArrayBuffer(0));
  const mediaType = node.contentType.parsed.value || 'text/plain';
  const { params } = node.contentType.parsed;
  const stated = node.contentDisposition.parsed.params.filename ?? params.name;
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
    isFile: said === 'attachment' || (stated !== undefined && said !== 'inline'),
    alternative,
    bytes,
  };
}

/** An enclosed message is named by its subject. */
function enclosedName(mediaType: string, bytes: Uint8Array, index: number): string {
  const suffix = SUFFIXES[mediaType] ?? 'bin';
  if (mediaType !== 'message/rfc822') return `part ${index + 1}.${suffix}`;
  const head = new TextDecoder().decode(bytes.subarray(0, 16 * 1024)).split(/\r?\n\r?\n/, 1)[0] ?? '';
  const subject = /^subject:[ \t]*(.*(?:\r?\n[ \t].*)*)/im.exec(head)?.[1]?.replace(/\s+/g, ' ').trim();
  return subject
    ? `${decodeEncodedWords(subject)
        .replace(/[\\/:*?"<>|]+/g, '-')
        .slice(0, 120)}.eml`
    : `message ${index + 1}.eml`;
}
