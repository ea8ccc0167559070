/** Which parts of a message are its body, and their text: plain text where there is some, else HTML. */
import { decodeWhole } from '../../text/encoding.ts';
import { declaredInHtml } from '../../text/htmlHead.ts';
import { openHtmlText } from '../../text/htmlText.ts';
import type { MimePart } from './mimeParts.ts';

export interface MailBody {
  text: string;
  kind: 'plain' | 'html' | 'none';
  /** The parts that are the body, and their alternatives, which say the same. */
  used: Set<MimePart>;
}

export function readBody(parts: MimePart[], warn: (sentence: string) => void): MailBody {
  const used = new Set<MimePart>();
  const texts: string[] = [];
  let kind: MailBody['kind'] = 'none';
  const candidates = parts.filter(
    part => !part.isFile && (part.mediaType === 'text/plain' || part.mediaType === 'text/html'),
  );
  for (const part of candidates) {
    if (used.has(part)) continue;
    const siblings =
      part.alternative === null ? [part] : candidates.filter(other => other.alternative === part.alternative);
    const decoded = siblings.map(sibling => ({ sibling, text: textOf(sibling, warn) }));
    const chosen =
      decoded.find(({ sibling, text }) => sibling.mediaType === 'text/plain' && text.trim() !== '') ??
      decoded.find(({ text }) => text.trim() !== '');
    for (const sibling of siblings) used.add(sibling);
    if (chosen === undefined) continue;
    texts.push(chosen.text.trim());
    if (kind !== 'plain') kind = chosen.sibling.mediaType === 'text/plain' ? 'plain' : 'html';
  }
  return { text: texts.join('\n\n'), kind, used };
}

function textOf(part: MimePart, warn: (sentence: string) => void): string {
  const isHtml = part.mediaType === 'text/html';
  const { text, encoding } = decodeWhole(part.bytes, part.charset ?? (isHtml ? declaredInHtml(part.bytes) : undefined));
  if (encoding.warning !== undefined && part.bytes.byteLength > 0) warn(encoding.warning);
  if (!isHtml) return part.flowed ? unflow(text) : text;
  const reader = openHtmlText();
  return reader.write(text) + reader.end().text;
}

/** RFC 3676: a line that ends in a space goes on in the next; "-- " is the signature's own line. */
function unflow(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(/^((?!-- $).* )\n(?!-- $|>)/gm, '$1')
    .replace(/^ (?=From |>| )/gm, '');
}
