// Writes the broker's e-mail: a text body with a quoted thread, and two attachments.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { base64Lines, encodedWord, quotedPrintable } from './encodings.mjs';
import { MARK, MARK_ASCII } from './mark.mjs';

const escapeHtml = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function writeMail(sources, billOfLading, out) {
  const body = readFileSync(join(sources, 'broker-email.txt'), 'utf8').replaceAll('{{mark}}', MARK);
  const positions = readFileSync(join(sources, 'position-list.csv'), 'utf8').replaceAll('{{mark}}', MARK);
  const html = `<html><body style="font-family:Calibri,Arial,sans-serif">${body
    .trim()
    .split('\n\n')
    .map(part => `<p>${escapeHtml(part).replaceAll('\n', '<br>')}</p>`)
    .join('\n')}</body></html>`;
  const part = (headers, content) => [...headers, '', content, ''].join('\r\n');
  const lines = [
    'Return-Path: <t.ellingvard@ellingvard-moor.example>',
    'Received: from mail.ellingvard-moor.example (mail.ellingvard-moor.example [192.0.2.17])',
    '\tby mx.ninefold-lantern.example with ESMTPS id 26A1C0FD; Tue, 10 Mar 2026 17:42:31 +0900',
    `From: Tomas Ellingvard <t.ellingvard@ellingvard-moor.example>`,
    `To: ${encodedWord('한가람 (Han Garam)')} <garam.han@ninefold-lantern.example>`,
    'Date: Tue, 10 Mar 2026 17:42:08 +0900',
    'Subject: FABULA HERON / signed B/L and position list',
    'Message-ID: <20260310174208.7F31@ellingvard-moor.example>',
    'In-Reply-To: <20260309110512.0B22@ninefold-lantern.example>',
    'References: <20260306163155.6C10@ellingvard-moor.example> <20260309110512.0B22@ninefold-lantern.example>',
    `X-Exercise: ${MARK_ASCII}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="=_mixed_0310"',
    '',
    'This is a message in several parts.',
    '--=_mixed_0310',
    'Content-Type: multipart/alternative; boundary="=_alt_0310"',
    '',
    '--=_alt_0310',
    part(
      ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
      quotedPrintable(body),
    ),
    '--=_alt_0310',
    part(
      ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
      quotedPrintable(html),
    ),
    '--=_alt_0310--',
    '--=_mixed_0310',
    part(
      [
        'Content-Type: application/pdf; name="BL CAL-FH-0309.pdf"',
        'Content-Transfer-Encoding: base64',
        'Content-Disposition: attachment; filename="BL CAL-FH-0309.pdf"',
      ],
      base64Lines(readFileSync(billOfLading)),
    ),
    '--=_mixed_0310',
    part(
      [
        'Content-Type: text/csv; charset=utf-8; name="position list.csv"',
        'Content-Transfer-Encoding: base64',
        'Content-Disposition: attachment; filename="position list.csv"',
      ],
      base64Lines(Buffer.from(positions)),
    ),
    '--=_mixed_0310--',
    '',
  ];
  writeFileSync(out, lines.join('\r\n'));
}
