import { describe, expect, test } from 'vitest';
import { bytesOf, type Extracted, extractHere, textOf } from './support/extractHere.ts';

const HEAD = ['From: Ana <ana@example.org>', 'To: Ben <ben@example.net>', 'Subject: test', 'MIME-Version: 1.0'];

async function readMail(...lines: string[]): Promise<Extracted> {
  return extractHere(bytesOf([...HEAD, ...lines].join('\r\n')), 'm.eml');
}

function warningsOf({ outcome }: Extracted): string[] {
  return outcome.ok ? outcome.summary.warnings : [JSON.stringify(outcome)];
}

/** An element of ASN.1. */
function ber(tag: number, ...content: Uint8Array[]): Uint8Array {
  const body = Buffer.concat(content);
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Uint8Array.from([tag, ...length]), body]);
}

const OID_SIGNED = Uint8Array.from([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]);
const OID_ENVELOPED = Uint8Array.from([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x03]);
const OID_DATA = Uint8Array.from([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01]);

function signedData(content: Uint8Array): Uint8Array {
  const enclosed = ber(0x30, ber(0x06, OID_DATA), ber(0xa0, ber(0x04, content)));
  const signed = ber(0x30, ber(0x02, Uint8Array.of(1)), ber(0x31), enclosed);
  return ber(0x30, ber(0x06, OID_SIGNED), ber(0xa0, signed));
}

describe('a message', () => {
  test('that would load pictures from elsewhere says how many and from whom, also where its plain text is shown', async () => {
    const found = await readMail(
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      '',
      'plain words',
      '--b',
      'Content-Type: text/html',
      '',
      '<img src="https://pics.example/a.png"><img width=1 height=1 src="//track.example/p?id=7">',
      '<table background="http://pics.example/b.png"></table><img src="cid:x"><img src="file://share.example/c$/p.png">',
      '<link rel=stylesheet href="https://css.example/s.css">',
      '--b--',
    );
    expect(textOf(found.pages)).toMatch(/plain words$/);
    expect(warningsOf(found)).toEqual([
      'The message would load 4 pictures and 1 other file from elsewhere, which were not loaded: hosts css.example, pics.example, share.example, track.example. 1 of the pictures can hardly be seen, as those that report a reader are.',
    ]);
  });

  test('keeps the bytes of an attachment as they were sent, line ends included', async () => {
    const { parts } = await readMail(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'body',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'From: c@example.org',
      '',
      'inner ',
      '',
      '--b',
      'Content-Type: text/csv; name=a.csv',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Disposition: attachment',
      '',
      'a;b=',
      ';c=20 ',
      'd=ZZ=',
      '--b--',
    );
    expect(parts.map(part => new TextDecoder().decode(part.bytes))).toEqual([
      'From: c@example.org\r\n\r\ninner \r\n',
      'a;b;c \r\nd=ZZ=',
    ]);
  });

  test('shows words that stand outside its parts, and not the sentence for old programs', async () => {
    const lines = (outside: string) => [
      'Content-Type: multipart/mixed; boundary=b',
      '',
      outside,
      '--b',
      '',
      'inside',
      '--b--',
    ];
    expect(textOf((await readMail(...lines('meet at pier 9'))).pages)).toMatch(
      /inside\n\n\[Outside the parts of the message, .*\]\nmeet at pier 9$/,
    );
    expect(textOf((await readMail(...lines('This is a multi-part message in MIME format.'))).pages)).toMatch(
      /\ninside$/,
    );
  });

  test.each([
    ['multipart/signed; protocol="application/pgp-signature"', 'application/pgp-signature', 'signed (PGP)'],
    ['multipart/signed; protocol="application/pkcs7-signature"', 'application/pkcs7-signature', 'signed (S/MIME)'],
    ['multipart/encrypted; protocol="application/pgp-encrypted"', 'application/pgp-encrypted', 'encrypted (PGP)'],
  ])('of type %s says what protects it', async (type, partType, words) => {
    const found = await readMail(
      `Content-Type: ${type}; boundary=b`,
      '',
      '--b',
      `Content-Type: ${partType}`,
      '',
      'x',
      '--b--',
    );
    expect(warningsOf(found)).toEqual([expect.stringContaining(words)]);
  });

  test('wrapped in its signature gives what is inside as a message of its own', async () => {
    const inner = 'Content-Type: text/plain\r\n\r\nsigned words';
    const found = await readMail(
      'Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(signedData(bytesOf(inner))).toString('base64'),
    );
    expect(warningsOf(found)).toEqual([expect.stringContaining('signed (S/MIME)')]);
    expect(
      found.parts.map(({ name, bytes }) => [name, name.endsWith('eml') && new TextDecoder().decode(bytes)]),
    ).toEqual([
      ['smime.p7m', false],
      ['signed content.eml', inner],
    ]);
  });

  test.each([
    ['encrypted', ber(0x30, ber(0x06, OID_ENVELOPED))],
    ['signed', signedData(bytesOf('x'.repeat(100))).subarray(0, 40)],
  ])('in a damaged or %s envelope is admitted with the envelope', async (words, bytes) => {
    const found = await readMail(
      'Content-Type: application/pkcs7-mime',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(bytes).toString('base64'),
    );
    expect(found.parts.length).toBe(1);
    expect(warningsOf(found)).toEqual([expect.stringContaining(words)]);
  });

  test('tells the identifiers by which threads hang together', async () => {
    const { outcome } = await readMail(
      'Message-ID: <3@x>',
      'In-Reply-To: <2@x>',
      'References: <1@x>',
      ' <2@x>',
      '',
      'body',
    );
    expect(outcome).toMatchObject({
      summary: { metadata: { messageId: '<3@x>', inReplyTo: '<2@x>', references: '<1@x> <2@x>' } },
    });
  });

  test('shows a picture of its body as an inline part', async () => {
    const { parts } = await readMail(
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html',
      '',
      '<img src="cid:p1">',
      '--b',
      'Content-Type: image/png; name=logo.png',
      'Content-ID: <p1>',
      '',
      'png',
      '--b--',
    );
    expect(parts.map(({ name, disposition }) => [name, disposition])).toEqual([['logo.png', 'inline']]);
  });
});

describe('a hostile message', () => {
  test('of a million parts is refused before any is taken', async () => {
    const { outcome, parts } = await extractHere(
      bytesOf(
        `${HEAD.join('\n')}\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(1_000_000)}--b--`,
      ),
      'm.eml',
    );
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'too-large' } });
    expect(parts).toEqual([]);
  });

  test('with groups of parts five hundred deep is refused in words', async () => {
    const lines: string[] = [];
    for (let level = 0; level < 500; level += 1)
      lines.push(`Content-Type: multipart/mixed; boundary=b${level}.`, '', `--b${level}.`);
    const { outcome } = await readMail(...lines, '', 'deep');
    expect(outcome).toMatchObject({
      ok: false,
      problem: { code: 'unreadable', detail: expect.stringContaining('200 levels') },
    });
  });

  test('with headers of fifty megabytes is refused in words', async () => {
    const message = new Uint8Array(50_000_000).fill(0x61);
    message.set(bytesOf(`${HEAD.join('\n')}\nX-Long: `));
    const { outcome } = await extractHere(message, 'm.eml');
    expect(outcome).toMatchObject({
      ok: false,
      problem: { code: 'too-large', detail: expect.stringContaining('8 MiB') },
    });
  });

  test('cannot end a part by a boundary that is not its own', async () => {
    const { parts } = await readMail(
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Disposition: attachment; filename="a.txt"',
      '',
      '--bb',
      '--b x',
      ' --b',
      '--b--',
    );
    expect(parts.map(part => new TextDecoder().decode(part.bytes))).toEqual(['--bb\r\n--b x\r\n --b']);
  });

  test('names an attachment, and never a path', async () => {
    const { parts } = await readMail(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Disposition: attachment; filename="../../etc/passwd"',
      '',
      'x',
      '--b',
      'Content-Disposition: attachment; filename="C:\\\\Windows\\\\a.exe"',
      '',
      'x',
      '--b--',
    );
    expect(parts.map(part => part.name)).toEqual(['passwd', 'a.exe']);
  });
});
