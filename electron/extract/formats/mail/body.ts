/** Which parts of a message are its body, and their text: plain text where there is some, else HTML. */
import { findEncoding } from '../../text/encoding.ts';
import { declaredInHtml } from '../../text/htmlHead.ts';
import type { DataPart } from '../html/dataParts.ts';
import { joinLoads, type RemoteLoads } from '../html/remoteLoads.ts';
import { readWebPage } from '../html/webPage.ts';
import type { MimePart } from './mimeParts.ts';

export interface MailBody {
  text: string;
  kind: 'plain' | 'html' | 'none';
  /** The parts that are the body, and their alternatives, which say the same. */
  used: Set<MimePart>;
  /** What its HTML would fetch, also where the plain text was chosen: a mail program shows the HTML. */
  loads: RemoteLoads;
  dataParts: DataPart[];
}

export interface BodyOptions {
  /** Chosen by a person. */
  encoding?: string;
  warn(sentence: string): void;
}

export function readBody(parts: MimePart[], options: BodyOptions): MailBody {
  const loads: RemoteLoads[] = [];
  const dataParts: DataPart[] = [];
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
    const decoded = siblings.map(sibling => {
      const { text, page } = readText(sibling, options);
      if (page !== undefined) {
        loads.push(page.loads);
        dataParts.push(...page.parts);
      }
      return { sibling, text };
    });
    const chosen =
      decoded.find(({ sibling, text }) => sibling.mediaType === 'text/plain' && text.trim() !== '') ??
      decoded.find(({ text }) => text.trim() !== '');
    for (const sibling of siblings) used.add(sibling);
    if (chosen === undefined) continue;
    texts.push(chosen.text.trim());
    if (kind !== 'plain') kind = chosen.sibling.mediaType === 'text/plain' ? 'plain' : 'html';
  }
  return { text: texts.join('\n\n'), kind, used, loads: joinLoads(loads), dataParts };
}

function readText(part: MimePart, { encoding: chosen, warn }: BodyOptions) {
  const isHtml = part.mediaType === 'text/html';
  const declared = part.charset ?? (isHtml ? declaredInHtml(part.bytes) : undefined);
  const encoding = findEncoding(part.bytes, declared, chosen);
  if (encoding.warning !== undefined && part.bytes.byteLength > 0) warn(encoding.warning);
  const decoded = encoding.decode(part.bytes);
  if (!isHtml) {
    const text = [...decoded].join('');
    return { text: part.flowed ? unflow(text) : text, page: undefined };
  }
  const page = readWebPage(decoded);
  if (page.head.hidesText) warn('The message hides some of its own words; they are not part of the text.');
  return { text: page.text, page };
}

/** RFC 3676: a line that ends in a space goes on in the next; "-- " is the signature's own line. */
function unflow(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(/^((?!-- $).* )\n(?!-- $|>)/gm, '$1')
    .replace(/^ (?=From |>| )/gm, '');
}
