/** Reads TNEF ([MS-OXTNEF]): a list of attributes, the later ones made of Outlook's properties. */
import { viewOf } from '../../cfbSectors.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import { MAPI, MAPI_TYPE, type MapiProps, type MapiValue, openMapiProps } from '../msg/mapi.ts';
import type { MapiMessage } from '../msg/mapiMessage.ts';
import { decodeCodePage } from '../ole/codePage.ts';
import { readPropertyList } from './tnefProperties.ts';

export interface TnefAttachment {
  title: string | undefined;
  data: Uint8Array | null;
  /** A message inside, itself TNEF. */
  enclosed: Uint8Array | null;
  props: MapiProps | null;
}

export interface TnefMessage extends MapiMessage {
  attachments: TnefAttachment[];
}

const SIGNATURE = 0x223e9f78;
const HEADER_BYTES = 6;
const MESSAGE_LEVEL = 1;
const ATTRIBUTE = {
  subject: 0x8004,
  messageClass: 0x8008,
  body: 0x800c,
  attachData: 0x800f,
  attachTitle: 0x8010,
  attachStart: 0x9002,
  messageProperties: 0x9003,
  recipients: 0x9004,
  attachProperties: 0x9005,
  codePage: 0x9007,
} as const;
const MAX_ATTACHMENTS = 100_000;

/** @throws ExtractionFailure where it is not TNEF; what breaks off is read as far as it goes, and said */
export function readTnef(bytes: Uint8Array, warn: (sentence: string) => void): TnefMessage {
  const view = viewOf(bytes);
  if (bytes.byteLength < HEADER_BYTES || view.getUint32(0, true) !== SIGNATURE)
    throw new ExtractionFailure('unreadable', 'The document is not a message wrapped by Outlook.');
  let codePage: number | undefined;
  let values = new Map<number, MapiValue>();
  const old = new Map<number, MapiValue>();
  let recipients: Map<number, MapiValue>[] = [];
  const attachments: (Omit<TnefAttachment, 'props'> & { values: Map<number, MapiValue> | null })[] = [];
  let isCut = false;

  let at = HEADER_BYTES;
  while (at + 9 <= bytes.byteLength) {
    const level = view.getUint8(at);
    const id = view.getUint16(at + 1, true);
    const length = view.getUint32(at + 5, true);
    const data = bytes.subarray(at + 9, at + 9 + length);
    if (level !== MESSAGE_LEVEL && level !== 2) break;
    isCut = data.byteLength < length;
    takeAttribute(id, data);
    // A checksum of two bytes follows.
    at += 9 + length + 2;
  }
  if (isCut || at < bytes.byteLength) warn('The message breaks off or is damaged; what comes before that was read.');

  function takeAttribute(id: number, data: Uint8Array): void {
    const last = attachments.at(-1);
    if (id === ATTRIBUTE.codePage && data.byteLength >= 4) codePage = viewOf(data).getUint32(0, true);
    else if (id === ATTRIBUTE.subject) old.set(MAPI.subject, { type: MAPI_TYPE.string8, bytes: data });
    else if (id === ATTRIBUTE.body) old.set(MAPI.body, { type: MAPI_TYPE.string8, bytes: data });
    else if (id === ATTRIBUTE.messageClass) old.set(MAPI.messageClass, { type: MAPI_TYPE.string8, bytes: data });
    else if (id === ATTRIBUTE.messageProperties) values = guarded(() => readPropertyList(data, 0).values) ?? values;
    else if (id === ATTRIBUTE.recipients) recipients = guarded(() => readRows(data)) ?? recipients;
    else if (id === ATTRIBUTE.attachStart && attachments.length < MAX_ATTACHMENTS)
      attachments.push({ title: undefined, data: null, enclosed: null, values: null });
    else if (last === undefined) return;
    else if (id === ATTRIBUTE.attachTitle) last.title = decodeCodePage(data, codePage ?? 1252).replace(/\0.*$/s, '');
    else if (id === ATTRIBUTE.attachData) last.data = data;
    else if (id === ATTRIBUTE.attachProperties) {
      const list = guarded(() => readPropertyList(data, 0));
      last.values = list?.values ?? null;
      last.enclosed = list?.enclosed ?? null;
    }
  }

  /** One attribute that is damaged does not cost the others. */
  function guarded<T>(read: () => T): T | null {
    try {
      return read();
    } catch {
      isCut = true;
      return null;
    }
  }

  for (const [id, value] of old) if (!values.has(id)) values.set(id, value);
  const props = openMapiProps(values, codePage);
  return {
    props,
    recipients: recipients.map(row => openMapiProps(row, props.codePage)),
    attachments: attachments.map(({ values: own, ...attachment }) => ({
      ...attachment,
      props: own === null ? null : openMapiProps(own, props.codePage),
    })),
  };
}

function readRows(data: Uint8Array): Map<number, MapiValue>[] {
  const rows: Map<number, MapiValue>[] = [];
  const count = viewOf(data).getUint32(0, true);
  for (let at = 4, index = 0; index < count && at < data.byteLength; index += 1) {
    const row = readPropertyList(data, at);
    rows.push(row.values);
    at = row.end;
  }
  return rows;
}
