/** Outlook's properties ([MS-OXPROPS]): numbered values of a message, a recipient or an attachment, wherever they are stored. */
import { fileTime } from '../../cfbDirectory.ts';
import { viewOf } from '../../cfbSectors.ts';
import { codePageOfLanguage, decodeCodePage } from '../ole/codePage.ts';

export interface MapiValue {
  type: number;
  bytes: Uint8Array;
}

export const MAPI_TYPE = {
  short: 0x0002,
  long: 0x0003,
  boolean: 0x000b,
  object: 0x000d,
  string8: 0x001e,
  unicode: 0x001f,
  time: 0x0040,
  binary: 0x0102,
} as const;

/** The ones that are read, by their field's names without `PidTag`. */
export const MAPI = {
  messageClass: 0x001a,
  subject: 0x0037,
  clientSubmitTime: 0x0039,
  sentRepresentingName: 0x0042,
  startDate: 0x0060,
  endDate: 0x0061,
  sentRepresentingEmail: 0x0065,
  transportHeaders: 0x007d,
  recipientType: 0x0c15,
  senderName: 0x0c1a,
  senderEmail: 0x0c1f,
  displayBcc: 0x0e02,
  displayCc: 0x0e03,
  displayTo: 0x0e04,
  deliveryTime: 0x0e06,
  body: 0x1000,
  rtfCompressed: 0x1009,
  html: 0x1013,
  messageId: 0x1035,
  references: 0x1039,
  inReplyTo: 0x1042,
  displayName: 0x3001,
  email: 0x3003,
  creationTime: 0x3007,
  modificationTime: 0x3008,
  attachData: 0x3701,
  attachFileName: 0x3704,
  attachMethod: 0x3705,
  attachLongFileName: 0x3707,
  attachPathName: 0x3708,
  attachLongPathName: 0x370d,
  attachMimeTag: 0x370e,
  attachContentId: 0x3712,
  smtpAddress: 0x39fe,
  internetCodePage: 0x3fde,
  messageLocale: 0x3ff1,
  messageCodePage: 0x3ffd,
  senderSmtp: 0x5d01,
  sentRepresentingSmtp: 0x5d02,
  attachmentHidden: 0x7ffe,
} as const;

/** What people write into a contact; shown where the message is one. */
export const CONTACT_FIELDS: [label: string, id: number][] = [
  ['Given name', 0x3a06],
  ['Surname', 0x3a11],
  ['Company', 0x3a16],
  ['Title', 0x3a17],
  ['Department', 0x3a18],
  ['Business telephone', 0x3a08],
  ['Home telephone', 0x3a09],
  ['Mobile telephone', 0x3a1c],
  ['Fax', 0x3a24],
  ['Postal address', 0x3a15],
];

export interface MapiProps {
  has(id: number): boolean;
  value(id: number): MapiValue | undefined;
  /** Without the zero at its end; undefined where there is none or it is empty. */
  text(id: number): string | undefined;
  number(id: number): number | undefined;
  /** An instant, UTC. */
  time(id: number): string | undefined;
  /** Windows' number of the encoding of strings that are not Unicode. */
  codePage: number;
}

const WESTERN = 1252;

/** @param outer the code page of the message that a recipient or an attachment belongs to */
export function openMapiProps(values: ReadonlyMap<number, MapiValue>, outer?: number): MapiProps {
  const number = (id: number): number | undefined => {
    const value = values.get(id);
    if (value === undefined) return undefined;
    const view = viewOf(value.bytes);
    if (value.type === MAPI_TYPE.long && view.byteLength >= 4) return view.getInt32(0, true);
    if ((value.type === MAPI_TYPE.short || value.type === MAPI_TYPE.boolean) && view.byteLength >= 2)
      return view.getUint16(0, true);
    return undefined;
  };
  const locale = number(MAPI.messageLocale);
  // The encoding of the body on its way through the network says least about how Outlook stored it.
  const codePage =
    outer ??
    number(MAPI.messageCodePage) ??
    (locale === undefined ? undefined : codePageOfLanguage(locale)) ??
    number(MAPI.internetCodePage) ??
    WESTERN;
  return {
    codePage,
    number,
    has: id => values.has(id),
    value: id => values.get(id),
    text(id) {
      const value = values.get(id);
      if (value === undefined) return undefined;
      const text =
        value.type === MAPI_TYPE.unicode
          ? new TextDecoder('utf-16le').decode(value.bytes)
          : value.type === MAPI_TYPE.string8
            ? decodeCodePage(value.bytes, codePage)
            : '';
      return text.replace(/\0+$/, '') || undefined;
    },
    time(id) {
      const value = values.get(id);
      if (value?.type !== MAPI_TYPE.time || value.bytes.byteLength < 8) return undefined;
      return fileTime(viewOf(value.bytes).getBigUint64(0, true)) ?? undefined;
    },
  };
}
