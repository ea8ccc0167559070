/** Builds web archives (WARC, WACZ) for tests. */
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';

export interface RecordToMake {
  type: string;
  address?: string;
  date?: string;
  contentType?: string;
  body: string | Uint8Array;
  /** A lie, where it is not the body's. */
  length?: number;
  digest?: string;
}

export function makeRecord({ type, address, date, contentType, body, length, digest }: RecordToMake): Buffer {
  const bytes = Buffer.from(body);
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    ...(address === undefined ? [] : [`WARC-Target-URI: ${address}`]),
    `WARC-Date: ${date ?? '2026-03-03T01:00:00Z'}`,
    ...(contentType === undefined ? [] : [`Content-Type: ${contentType}`]),
    ...(digest === undefined ? [] : [`WARC-Block-Digest: ${digest}`]),
    `Content-Length: ${length ?? bytes.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

export function makeResponse(
  address: string,
  mediaType: string,
  body: string | Uint8Array,
  headers: string[] = [],
  more: Partial<RecordToMake> = {},
): Buffer {
  const head = ['HTTP/1.1 200 OK', `Content-Type: ${mediaType}`, ...headers].join('\r\n');
  return makeRecord({
    type: 'response',
    address,
    contentType: 'application/http; msgtype=response',
    body: Buffer.concat([Buffer.from(`${head}\r\n\r\n`), Buffer.from(body)]),
    ...more,
  });
}

export function makeWarc(...records: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(records));
}

/** Each record a gzip member of its own. */
export function makePackedWarc(...records: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(records.map(record => gzipSync(record))));
}

export function makeWacz(members: Record<string, string | Uint8Array>): Uint8Array {
  const stored = Object.entries(members).map(([name, bytes]) => [
    name,
    [new Uint8Array(Buffer.from(bytes)), { level: 0 }],
  ]);
  return zipSync(Object.fromEntries(stored));
}
