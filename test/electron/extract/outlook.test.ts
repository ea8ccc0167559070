import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAPI } from '../../../electron/extract/formats/msg/mapi.ts';
import { decompressRtf } from '../../../electron/extract/formats/msg/rtfCompressed.ts';
import { bytesOf, extractHere, textOf } from './support/extractHere.ts';
import { ansi, makeMsg, makeTnef, type MsgToMake, tnefAttribute, tnefProps } from './support/makeOutlook.ts';

const KOREAN = [0xc7, 0xd1, 0xb1, 0xb9];

const MESSAGE: MsgToMake = {
  props: {
    [MAPI.messageClass]: 'IPM.Note',
    [MAPI.subject]: 'Fracht №1',
    [MAPI.clientSubmitTime]: new Date('2026-03-03T01:00:00Z'),
    [MAPI.senderName]: 'Ana Example',
    [MAPI.senderEmail]: '/O=EX/CN=ANA',
    [MAPI.senderSmtp]: 'ana@example.org',
    [MAPI.body]: 'Body words\r\nsecond line\r\n',
    [MAPI.html]: bytesOf('<p>Body words</p><img src="http://track.example/x.gif" width="1" height="1">'),
    [MAPI.messageId]: '<1@example.org>',
  },
  recipients: [
    { [MAPI.recipientType]: 1, [MAPI.displayName]: 'Ben', [MAPI.smtpAddress]: 'ben@example.net' },
    { [MAPI.recipientType]: 2, [MAPI.displayName]: 'cc@example.net', [MAPI.email]: 'cc@example.net' },
  ],
  attachments: [
    {
      props: {
        [MAPI.attachMethod]: 1,
        [MAPI.attachLongFileName]: 'dir\\list.csv',
        [MAPI.attachMimeTag]: 'text/csv',
        [MAPI.attachData]: bytesOf('a;b'),
      },
    },
    {
      props: {
        [MAPI.attachMethod]: 1,
        [MAPI.attachFileName]: 'LOGO.PNG',
        [MAPI.attachContentId]: 'logo',
        [MAPI.attachData]: bytesOf('png'),
      },
    },
    {
      props: {
        [MAPI.attachMethod]: 2,
        [MAPI.attachLongFileName]: 'plan.doc',
        [MAPI.attachLongPathName]: '\\\\server\\share\\plan.doc',
      },
    },
    {
      props: { [MAPI.attachMethod]: 5, [MAPI.displayName]: 'Inner: order' },
      message: { props: { [MAPI.messageClass]: 'IPM.Note', [MAPI.subject]: 'Inner: order', [MAPI.body]: 'deep' } },
    },
  ],
};

describe('an Outlook message', () => {
  test('has the layout of other mail; its attachments and the message in it are parts', async () => {
    const { outcome, pages, parts } = await extractHere(makeMsg(MESSAGE), 'm.msg');
    expect(textOf(pages)).toBe(
      [
        'From: Ana Example <ana@example.org>',
        'To: Ben <ben@example.net>',
        'Cc: cc@example.net',
        'Date: Tue, 03 Mar 2026 01:00:00 +0000',
        'Subject: Fracht №1',
        '',
        'Body words',
        'second line',
        '',
        '[Attachments: list.csv; LOGO.PNG; Inner- order.msg]',
      ].join('\n'),
    );
    expect(parts.map(({ name, mediaType, disposition }) => [name, mediaType, disposition])).toEqual([
      ['list.csv', 'text/csv', 'attachment'],
      ['LOGO.PNG', '', 'inline'],
      ['Inner- order.msg', 'application/vnd.ms-outlook', 'attachment'],
    ]);
    expect(outcome).toMatchObject({
      summary: {
        title: 'Fracht №1',
        metadata: { messageId: '<1@example.org>', kind: 'IPM.Note', submittedAt: '2026-03-03T01:00:00Z' },
        structure: { kind: 'mail', bodyKind: 'plain' },
        warnings: [
          expect.stringContaining('\\\\server\\share\\plan.doc'),
          expect.stringContaining('1 picture from elsewhere, which were not loaded: hosts track.example'),
        ],
      },
    });
    const inner = await extractHere(parts[2]?.bytes ?? new Uint8Array(0), 'inner.msg');
    expect(textOf(inner.pages)).toBe('Subject: Inner: order\n\ndeep');
  });

  test('prints the headers that it came with over the network, where it has them', async () => {
    const headers =
      'Received: from a\r\n\tby b\r\nFrom: =?utf-8?Q?=C3=84na?= <a@x.example>\r\nDate: Tue, 3 Mar 2026 10:00:00 +0900\r\n';
    const { outcome } = await extractHere(
      makeMsg({ props: { [MAPI.messageClass]: 'IPM.Note', [MAPI.subject]: 's', [MAPI.transportHeaders]: headers } }),
      'm.msg',
    );
    expect(outcome).toMatchObject({
      summary: {
        structure: {
          headers: [
            ['Received', 'from a by b'],
            ['From', 'Äna <a@x.example>'],
            ['Date', 'Tue, 3 Mar 2026 10:00:00 +0900'],
            ['Subject', 's'],
          ],
        },
      },
    });
  });

  test('of the time before Unicode is read by its code page', async () => {
    const props = {
      [MAPI.messageClass]: 'IPM.Note',
      [MAPI.messageCodePage]: 949,
      [MAPI.internetCodePage]: 20127,
      [MAPI.subject]: ansi(...KOREAN),
      [MAPI.body]: ansi(...KOREAN),
    };
    expect(textOf((await extractHere(makeMsg({ props }), 'm.msg')).pages)).toBe('Subject: 한국\n\n한국');
  });

  test('with a body in RTF alone gives its words, and the body itself as a part', async () => {
    const rtf = bytesOf('{\\rtf1 words}');
    const packed = Buffer.concat([Buffer.alloc(16), rtf]);
    packed.writeUInt32LE(rtf.byteLength, 4);
    packed.writeUInt32LE(0x414c454d, 8);
    const { pages, parts } = await extractHere(
      makeMsg({ props: { [MAPI.messageClass]: 'IPM.Note', [MAPI.subject]: 's', [MAPI.rtfCompressed]: packed } }),
      'm.msg',
    );
    expect(textOf(pages)).toBe('Subject: s\n\nwords\n\n[Attachments: body.rtf]');
    expect(parts.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['body.rtf', '{\\rtf1 words}'],
    ]);
  });

  test('that is cut anywhere is read as far as it goes, or refused in words', async () => {
    const whole = makeMsg(MESSAGE);
    for (let length = 600; length < whole.byteLength; length += 700) {
      const { outcome } = await extractHere(whole.slice(0, length), 'm.msg');
      if (!outcome.ok) expect(outcome.problem.code).toMatch(/unreadable|unsupported-type/);
    }
  });
});

describe('compressed RTF', () => {
  test('is undone by its references', () => {
    // The example of [MS-OXRTFCP] 3.1: "{\rtf1 WXYZWXYZWXYZWXYZWXYZ}".
    const packed = Uint8Array.from([
      0x1a, 0, 0, 0, 0x1c, 0, 0, 0, 0x4c, 0x5a, 0x46, 0x75, 0xe2, 0xd4, 0x4b, 0x51, 0x41, 0x00, 0x04, 0x20, 0x57, 0x58,
      0x59, 0x5a, 0x0d, 0x6e, 0x7d, 0x01, 0x0e, 0xb0,
    ]);
    expect(new TextDecoder().decode(decompressRtf(packed))).toBe('{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}');
  });

  test('of any bytes ends, and is never longer than a reference can make it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), body => {
        const packed = Buffer.concat([Buffer.alloc(16), body]);
        packed.writeUInt32LE(0xffffffff, 4);
        packed.writeUInt32LE(0x75465a4c, 8);
        expect(decompressRtf(packed).byteLength).toBeLessThanOrEqual(body.byteLength * 9);
      }),
    );
  });
});

const NESTED = makeTnef(tnefAttribute(1, 0x9003, tnefProps({ [MAPI.subject]: 'nested', [MAPI.body]: 'nested body' })));
const MESSAGE_ID = Uint8Array.from([0x07, 3, 2, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46]);

function objectProperty(bytes: Uint8Array): Uint8Array {
  const list = Buffer.from(tnefProps({ [MAPI.attachData]: Buffer.concat([MESSAGE_ID, bytes]) }));
  list.writeUInt16LE(0x000d, 4);
  return list;
}

const WRAPPED = makeTnef(
  tnefAttribute(1, 0x9007, Uint8Array.from([0xb5, 3, 0, 0, 0, 0, 0, 0])),
  tnefAttribute(
    1,
    0x9003,
    tnefProps({ [MAPI.messageClass]: 'IPM.Note', [MAPI.subject]: 'Wrapped', [MAPI.body]: ansi(...KOREAN, 0) }),
  ),
  tnefAttribute(2, 0x9002, new Uint8Array(14)),
  tnefAttribute(2, 0x8010, bytesOf('SHORT.TXT\0')),
  tnefAttribute(2, 0x800f, bytesOf('file bytes')),
  tnefAttribute(2, 0x9005, tnefProps({ [MAPI.attachLongFileName]: 'a longer name.txt' })),
  tnefAttribute(2, 0x9002, new Uint8Array(14)),
  tnefAttribute(2, 0x8010, bytesOf('inner\0')),
  tnefAttribute(2, 0x9005, objectProperty(NESTED)),
);

describe('mail that Outlook wrapped (winmail.dat)', () => {
  test('gives its body and its attachments', async () => {
    const { outcome, pages, parts } = await extractHere(WRAPPED, 'winmail.dat');
    expect(outcome).toMatchObject({
      summary: { detected: { mediaType: 'application/ms-tnef' }, title: 'Wrapped', warnings: [] },
    });
    expect(textOf(pages)).toBe('Subject: Wrapped\n\n한국\n\n[Attachments: a longer name.txt; inner.dat]');
    expect(parts.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['a longer name.txt', ''],
      ['inner.dat', 'application/ms-tnef'],
    ]);
    expect(new TextDecoder().decode(parts[0]?.bytes)).toBe('file bytes');
    expect(textOf((await extractHere(parts[1]?.bytes ?? new Uint8Array(0), 'x')).pages)).toBe(
      'Subject: nested\n\nnested body',
    );
  });

  test('that is cut anywhere is read as far as it goes, and says so', async () => {
    for (let length = 6; length < WRAPPED.byteLength; length += 9) {
      const { outcome } = await extractHere(WRAPPED.slice(0, length), 'winmail.dat');
      expect(outcome.ok).toBe(true);
    }
    const { outcome } = await extractHere(WRAPPED.slice(0, 200), 'winmail.dat');
    expect(outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('breaks off')] } });
  });

  test('with lengths that lie is read without going beyond its end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 6, max: WRAPPED.byteLength - 1 }),
        fc.integer({ min: 0, max: 255 }),
        async (at, byte) => {
          const changed = WRAPPED.slice();
          changed[at] = byte;
          expect((await extractHere(changed, 'winmail.dat')).outcome.ok).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
