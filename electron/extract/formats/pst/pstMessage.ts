/** One item of an Outlook folder as a message: the headers it came with, or what Outlook noted, its bodies and attachments. */
import type { PSTAttachment, PSTMessage } from 'pst-extractor';
import { type MessageToWrite, writeMessage } from '../mail/writeMessage.ts';
import { printTime } from '../msg/mapiMessage.ts';

export interface WrittenMessage {
  bytes: Uint8Array;
  subject: string;
  from: string;
  to: string;
  date: string;
  sentAt: string | null;
  /** Attachments that could not be taken out. */
  damaged: number;
}

const MAX_DEPTH = 10;
const RECIPIENT_TYPES: [type: number, name: string][] = [
  [1, 'To'],
  [2, 'Cc'],
  [3, 'Bcc'],
];

/** @param maxBytes no attachment is larger than this; a length that is, is a lie */
export function writePstMessage(message: PSTMessage, maxBytes: number, depth = 0): WrittenMessage {
  const headers = headersOf(message);
  let damaged = 0;
  const attachments: MessageToWrite['attachments'] = [];
  for (let index = 0; index < message.numberOfAttachments; index += 1) {
    const found = attempt(() => readAttachment(message.getAttachment(index), index, maxBytes, depth));
    if (found === undefined || found === null) damaged += 1;
    else attachments.push(found);
  }
  const plain = attempt(() => message.body) ?? '';
  const html = attempt(() => message.bodyHTML) ?? '';
  const rtf = plain === '' && html === '' ? (attempt(() => message.bodyRTF) ?? '') : '';
  if (rtf !== '') {
    attachments.unshift({
      name: 'body.rtf',
      mediaType: 'application/rtf',
      bytes: Uint8Array.from(rtf, char => char.charCodeAt(0) & 0xff),
    });
  }
  const value = (name: string) => headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
  return {
    bytes: writeMessage({ headers, plain, html, attachments }),
    subject: value('subject'),
    from: value('from'),
    to: value('to'),
    date: value('date'),
    sentAt: (message.clientSubmitTime ?? message.messageDeliveryTime)?.toISOString() ?? null,
    damaged,
  };
}

function headersOf(message: PSTMessage): [string, string][] {
  const headers: [string, string][] = message.transportMessageHeaders
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n', 5000)
    .flatMap((line): [string, string][] => {
      const match = /^([\x21-\x39\x3b-\x7e]{1,200}):\s*(.*)$/.exec(line);
      return match?.[1] === undefined || match[2] === undefined ? [] : [[match[1], match[2]]];
    });
  const known = new Set(headers.map(([name]) => name.toLowerCase()));
  const sentAt = message.clientSubmitTime ?? message.messageDeliveryTime;
  const noted: [string, string | undefined][] = [
    ['From', mailbox(message.senderName, message.senderEmailAddress)],
    ...RECIPIENT_TYPES.map(([type, name]): [string, string] => [name, recipientsOf(message, type, name)]),
    ['Date', printTime(sentAt?.toISOString())],
    ['Subject', message.subject],
    ['Message-ID', message.internetMessageId],
    ['In-Reply-To', message.inReplyToId],
  ];
  for (const [name, value] of noted) {
    if (value !== undefined && value !== '' && !known.has(name.toLowerCase())) headers.push([name, value]);
  }
  return headers;
}

function recipientsOf(message: PSTMessage, type: number, name: string): string {
  const named = attempt(() => {
    const found: string[] = [];
    for (let index = 0; index < Math.min(message.numberOfRecipients, 10_000); index += 1) {
      const recipient = message.getRecipient(index);
      if (recipient?.recipientType === type)
        found.push(mailbox(recipient.displayName, recipient.smtpAddress || recipient.emailAddress));
    }
    return found.filter(text => text !== '').join(', ');
  });
  const listed = { To: message.displayTo, Cc: message.displayCC, Bcc: message.displayBCC }[name] ?? '';
  return named || listed;
}

function readAttachment(
  attachment: PSTAttachment,
  index: number,
  maxBytes: number,
  depth: number,
): MessageToWrite['attachments'][number] | null {
  const name = attachment.longFilename || attachment.filename || attachment.displayName || `part ${index + 1}`;
  const enclosed = attachment.embeddedPSTMessage;
  if (enclosed !== null) {
    if (depth >= MAX_DEPTH) return null;
    const { bytes, subject } = writePstMessage(enclosed, maxBytes, depth + 1);
    return { name: `${subject || name}.eml`, mediaType: 'message/rfc822', bytes };
  }
  const stream = attachment.fileInputStream;
  const length = stream?.length.toNumber() ?? 0;
  if (stream === null || length > maxBytes) return null;
  const bytes = Buffer.alloc(length);
  stream.readCompletely(bytes);
  const contentId = attachment.contentId || undefined;
  return { name, mediaType: attachment.mimeTag, contentId, bytes };
}

function mailbox(name: string, address: string): string {
  if (address === '' || address === name) return name;
  return name === '' ? address : `${name} <${address}>`;
}

/** What is damaged in one place is left out, not the message. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
