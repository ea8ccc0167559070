/** A message of Outlook (MSG, TNEF, PST) in the shape that all mail has here: headers as printed, body, attachments. */
import { cleanLine } from '../../cleanText.ts';
import type { ExtractContext, NewPart } from '../../extractor.ts';
import { findEncoding } from '../../text/encoding.ts';
import { declaredInHtml } from '../../text/htmlHead.ts';
import { joinLoads } from '../html/remoteLoads.ts';
import { readWebPage } from '../html/webPage.ts';
import { decodeEncodedWords } from '../mail/encodedWords.ts';
import type { MailMessage } from '../mail/message.ts';
import { openRemarkList } from '../office/remarkList.ts';
import { decodeCodePage } from '../ole/codePage.ts';
import { readRtf } from '../rtf/rtfReader.ts';
import { CONTACT_FIELDS, MAPI, MAPI_TYPE, type MapiProps } from './mapi.ts';
import { decompressRtf } from './rtfCompressed.ts';

export interface MapiMessage {
  props: MapiProps;
  recipients: MapiProps[];
}

const RECIPIENT_HEADERS: [type: number, name: string, listed: number][] = [
  [1, 'To', MAPI.displayTo],
  [2, 'Cc', MAPI.displayCc],
  [3, 'Bcc', MAPI.displayBcc],
];

export function readMapiMessage(
  message: MapiMessage,
  attachments: (NewPart & { bytes: Uint8Array })[],
  context: Pick<ExtractContext, 'warn'>,
): MailMessage {
  const { props } = message;
  const body = readMapiBody(props, context);
  return {
    headers: mapiHeaders(message),
    body: [body.text, ...ownFields(props)].filter(text => text !== '').join('\n\n'),
    bodyKind: body.kind,
    attachments: [...(body.rtf === undefined ? [] : [rtfPart(body.rtf)]), ...attachments],
    dataParts: body.dataParts,
    loads: body.loads,
  };
}

function rtfPart(bytes: Uint8Array): NewPart & { bytes: Uint8Array } {
  return { name: 'body.rtf', mediaType: 'application/rtf', disposition: 'inline', bytes };
}

/** Those that came with the message over the network, if it did; else what its sender's Outlook noted. */
function mapiHeaders({ props, recipients }: MapiMessage): [string, string][] {
  const sent = transportHeaders(props.text(MAPI.transportHeaders) ?? '');
  const names = new Set(sent.map(([name]) => name.toLowerCase()));
  const noted: [string, string | undefined][] = [
    ['From', senderOf(props)],
    ...RECIPIENT_HEADERS.map(([type, name, listed]): [string, string | undefined] => [
      name,
      recipientsOf(recipients, type) ?? props.text(listed),
    ]),
    ['Subject', props.text(MAPI.subject)?.replace(/^\x01./s, '')],
    ['Date', printTime(props.time(MAPI.clientSubmitTime) ?? props.time(MAPI.deliveryTime))],
    ['Message-ID', props.text(MAPI.messageId)],
    ['In-Reply-To', props.text(MAPI.inReplyTo)],
    ['References', props.text(MAPI.references)],
  ];
  for (const [name, value] of noted) {
    if (value !== undefined && !names.has(name.toLowerCase())) sent.push([name, cleanLine(value, 50_000)]);
  }
  return sent;
}

function transportHeaders(text: string): [string, string][] {
  return text
    .slice(0, 8 * 1024 * 1024)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n', 5000)
    .flatMap((line): [string, string][] => {
      const match = /^([\x21-\x39\x3b-\x7e]{1,200}):(.*)$/.exec(line);
      if (match?.[1] === undefined || match[2] === undefined) return [];
      return [[match[1], cleanLine(decodeEncodedWords(match[2]), 50_000)]];
    });
}

function senderOf(props: MapiProps): string | undefined {
  return mailbox(
    props.text(MAPI.senderName) ?? props.text(MAPI.sentRepresentingName),
    props.text(MAPI.senderSmtp) ??
      props.text(MAPI.sentRepresentingSmtp) ??
      props.text(MAPI.senderEmail) ??
      props.text(MAPI.sentRepresentingEmail),
  );
}

function recipientsOf(recipients: readonly MapiProps[], type: number): string | undefined {
  const named = recipients
    .filter(recipient => ((recipient.number(MAPI.recipientType) ?? 1) & 0xf) === type)
    .flatMap(
      recipient =>
        mailbox(recipient.text(MAPI.displayName), recipient.text(MAPI.smtpAddress) ?? recipient.text(MAPI.email)) ?? [],
    );
  return named.length === 0 ? undefined : named.join(', ');
}

/** `Name <address>`; an Exchange address (`/O=…`) stands where there is no other. */
function mailbox(name: string | undefined, address: string | undefined): string | undefined {
  if (address === undefined) return name;
  const bare = name?.replace(/^'(.*)'$/, '$1');
  return bare === undefined || bare === address ? address : `${bare} <${address}>`;
}

/** Outlook stores UTC; printed as mail prints it, with that zone. */
export function printTime(iso: string | undefined): string | undefined {
  return iso === undefined ? undefined : new Date(iso).toUTCString().replace(/GMT$/, '+0000');
}

interface MapiBody extends Pick<MailMessage, 'loads' | 'dataParts'> {
  text: string;
  kind: MailMessage['bodyKind'];
  /** Set where the message has no other body. */
  rtf?: Uint8Array;
}

function readMapiBody(props: MapiProps, context: Pick<ExtractContext, 'warn'>): MapiBody {
  const plain = props.text(MAPI.body)?.replace(/\r\n?/g, '\n').trim() ?? '';
  const html = htmlOf(props);
  const page = html === undefined ? undefined : readWebPage([html]);
  if (page?.head.hidesText === true)
    context.warn('The message hides some of its own words; they are not part of the text.');
  const shared = { loads: page?.loads ?? joinLoads([]), dataParts: page?.parts ?? [] };
  if (plain !== '') return { ...shared, text: plain, kind: 'plain' };
  const words = page?.text.trim() ?? '';
  if (words !== '') return { ...shared, text: words, kind: 'html' };
  const packed = props.value(MAPI.rtfCompressed)?.bytes;
  if (packed === undefined) return { ...shared, text: '', kind: 'none' };
  try {
    const rtf = decompressRtf(packed);
    return { ...shared, text: wordsOfRtf(rtf, context.warn), kind: 'plain', rtf };
  } catch {
    context.warn('The body of the message is damaged and could not be read.');
    return { ...shared, text: '', kind: 'none' };
  }
}

/** The body stays a part as well: only there do its objects and its looks survive. */
function wordsOfRtf(rtf: Uint8Array, warn: (sentence: string) => void): string {
  const start = Math.max(0, rtf.indexOf(0x7b));
  return readRtf(rtf.subarray(start), openRemarkList(warn)).body.trim();
}

function htmlOf(props: MapiProps): string | undefined {
  const value = props.value(MAPI.html);
  if (value === undefined || value.bytes.byteLength === 0) return undefined;
  if (value.type !== MAPI_TYPE.binary) return props.text(MAPI.html);
  const declared = declaredInHtml(value.bytes);
  const codePage = props.number(MAPI.internetCodePage);
  if (declared === undefined && codePage !== undefined) return decodeCodePage(value.bytes, codePage);
  return [...findEncoding(value.bytes, declared).decode(value.bytes)].join('');
}

/** What appointments, contacts and tasks hold beside a body. */
function ownFields(props: MapiProps): string[] {
  const kind = props.text(MAPI.messageClass) ?? '';
  const lines: [string, string | undefined][] = /^IPM\.Contact\b/i.test(kind)
    ? CONTACT_FIELDS.map(([label, id]) => [label, props.text(id)])
    : /^IPM\.(Appointment|Task|Schedule)\b/i.test(kind)
      ? [
          ['Start', printTime(props.time(MAPI.startDate))],
          ['End', printTime(props.time(MAPI.endDate))],
        ]
      : [];
  const filled = lines.filter(([, value]) => value !== undefined).map(([label, value]) => `${label}: ${value}`);
  return filled.length === 0 ? [] : [filled.join('\n')];
}
