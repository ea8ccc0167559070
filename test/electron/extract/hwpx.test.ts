import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { extractHere, textOf } from './support/extractHere.ts';
import { lockMembers } from './support/makeLocked.ts';

const NAMES =
  'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head"';

function makeHwpx(sections: string[], more: Record<string, string | Uint8Array> = {}): Uint8Array {
  const spine = sections.map((_, index) => `<opf:itemref idref="s${index}"/>`).join('');
  const items = sections.map((_, index) => `<opf:item id="s${index}" href="Contents/section${index}.xml"/>`).join('');
  const files: Record<string, string | Uint8Array> = {
    'version.xml': '<hv:HCFVersion xmlns:hv="v" application="Hancom Office Hangul" appVersion="11, 0, 0, 1"/>',
    'Contents/content.hpf': `<opf:package xmlns:opf="o"><opf:metadata><opf:title>공문</opf:title><opf:meta name="creator" content="text">A. Example</opf:meta><opf:meta name="CreatedDate" content="text">2026-03-02T00:00:00Z</opf:meta></opf:metadata><opf:manifest>${items}</opf:manifest><opf:spine>${spine}</opf:spine></opf:package>`,
    ...Object.fromEntries(
      sections.map((body, index) => [`Contents/section${index}.xml`, `<hs:sec ${NAMES}>${body}</hs:sec>`]),
    ),
    ...more,
  };
  return zipSync({
    mimetype: [strToU8('application/hwp+zip'), { level: 0 }],
    ...Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  });
}

const run = (content: string) => `<hp:run>${content}</hp:run>`;
const words = (text: string) => `<hp:t>${text}</hp:t>`;
const paragraph = (content: string, attributes = '') => `<hp:p ${attributes}>${run(content)}</hp:p>`;
const inside = (element: string, text: string) =>
  `<hp:${element}><hp:subList>${paragraph(words(text))}</hp:subList></hp:${element}>`;
const cells = (...texts: string[]) => `<hp:tr>${texts.map(text => inside('tc', text)).join('')}</hp:tr>`;

describe('an HWPX document', () => {
  test('gives paragraphs, tables as rows and what is in boxes, notes and margins, by section and page', async () => {
    const { outcome, pages } = await extractHere(
      makeHwpx([
        paragraph(`<hp:ctrl>${inside('header', 'Letterhead')}</hp:ctrl>${words('선박<hp:tab/>입항<hp:lineBreak/>x')}`) +
          paragraph(`<hp:tbl>${cells('Port', '일자')}${cells('원산', '2026')}</hp:tbl>`) +
          paragraph(
            `${words('Noted')}<hp:ctrl>${inside('footNote', '각주')}</hp:ctrl><hp:rect>${inside('drawText', 'In a box')}</hp:rect>`,
          ) +
          paragraph(words('next page'), 'pageBreak="1"'),
        paragraph(words('second section')),
      ]),
      'a.hwpx',
    );
    expect(pages.map(page => page.text.trim())).toEqual([
      'Letterhead\n\n선박\t입항\nx\n\nPort\t일자\n원산\t2026\nNoted[1]\nIn a box',
      'next page',
      'second section\n\n[1] 각주',
    ]);
    expect(outcome).toMatchObject({
      summary: {
        engine: 'probatum-hwpx',
        title: '공문',
        detected: { mediaType: 'application/hwp+zip', suffixHint: 'hwpx' },
        metadata: {
          author: 'A. Example',
          created: '2026-03-02T00:00:00Z',
          application: 'Hancom Office Hangul',
          applicationVersion: '11, 0, 0, 1',
        },
        warnings: [],
      },
    });
  });

  test('reads as if tracked changes were accepted, and remarks them and its memos', async () => {
    const memo =
      '<hp:ctrl><hp:fieldBegin type="MEMO"><hp:parameters><hp:stringParam name="Author">B. Example</hp:stringParam></hp:parameters><hp:subList><hp:p><hp:run><hp:t>why?</hp:t></hp:run></hp:p></hp:subList></hp:fieldBegin></hp:ctrl>';
    const header = `<hh:head ${NAMES}><hh:trackChanges><hh:trackChange type="Delete" date="2026-03-04T00:00:00Z" authorID="1" id="7"/></hh:trackChanges><hh:trackChangeAuthors><hh:trackChangeAuthor name="C. Example" id="1"/></hh:trackChangeAuthors></hh:head>`;
    const { outcome, pages } = await extractHere(
      makeHwpx(
        [
          paragraph(
            words(
              'kept <hp:deleteBegin Id="1" TcId="7"/>gone<hp:deleteEnd/> <hp:insertBegin TcId="8"/>new<hp:insertEnd/>',
            ) + memo,
          ),
        ],
        { 'Contents/header.xml': header },
      ),
      'a.hwpx',
    );
    expect(textOf(pages)).toBe('kept  new\n\n[Comment by B. Example] why?');
    expect(outcome).toMatchObject({
      summary: {
        remarks: [
          { kind: 'comment', author: 'B. Example', text: 'why?' },
          { kind: 'deletion', author: 'C. Example', at: '2026-03-04T00:00:00Z', text: 'gone' },
          { kind: 'insertion', author: '', text: 'new' },
        ],
        warnings: [expect.stringContaining('1 insertions, 1 deletions')],
      },
    });
  });

  test('hands over what is embedded, and shows its preview where the text is missing', async () => {
    const picture = Uint8Array.from({ length: 3000 }, (_, at) => (at * 7) % 256);
    const { outcome, pages, parts } = await extractHere(
      makeHwpx([], { 'BinData/image1.png': picture, 'Preview/PrvText.txt': '미리보기' }),
      'a.hwpx',
    );
    expect(parts.map(({ name, disposition }) => ({ name, disposition }))).toEqual([
      { name: 'image1.png', disposition: 'inline' },
    ]);
    expect(textOf(pages)).toBe('미리보기');
    expect(outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('only the beginning')] } });
  });

  test('with a password opens with it, and with nothing else', async () => {
    const plain = makeHwpx([paragraph(words('비밀 연습'))], { 'BinData/image1.png': new Uint8Array(3000) });
    const bytes = lockMembers(plain, '암호', { locked: /^(Contents\/.*\.xml|BinData)/, hasPrefixes: false });
    expect((await extractHere(bytes, 'a.hwpx')).outcome).toMatchObject({ problem: { code: 'password-needed' } });
    expect((await extractHere(bytes, 'a.hwpx', { password: 'x' })).outcome).toMatchObject({
      problem: { code: 'password-wrong' },
    });
    const { outcome, pages, parts } = await extractHere(bytes, 'a.hwpx', { password: '암호' });
    expect(textOf(pages).trim()).toBe('비밀 연습');
    expect(parts.map(part => [part.name, part.bytes.byteLength])).toEqual([['image1.png', 3000]]);
    expect(outcome).toMatchObject({ summary: { title: '공문', metadata: { protection: 'password' }, warnings: [] } });
  });

  test('that is protected, empty, cut, deep or a bomb says so', async () => {
    const manifest =
      '<odf:manifest xmlns:odf="m"><odf:file-entry odf:full-path="Contents/section0.xml"><odf:encryption-data/></odf:file-entry></odf:manifest>';
    const problems: [Uint8Array, object][] = [
      [makeHwpx(['x'], { 'META-INF/manifest.xml': manifest }), { problem: { code: 'password-needed' } }],
      [makeHwpx([]), { problem: { code: 'unreadable' } }],
      [makeHwpx([paragraph(words(' '.repeat(40_000_000)))]), { problem: { code: 'too-large' } }],
      [makeHwpx(['<hp:p>'.repeat(50_000)]), { problem: { code: expect.stringMatching(/unreadable|too-large/) } }],
      [
        makeHwpx([], { 'Contents/section0.xml': `<hs:sec ${NAMES}>${paragraph(words('kept'))}<hp:p><hp:run><hp:t>lo` }),
        { summary: { warnings: [expect.stringContaining('ends in the middle')] } },
      ],
    ];
    for (const [bytes, expected] of problems) {
      expect((await extractHere(bytes, 'a.hwpx')).outcome).toMatchObject(expected);
    }
  });
});
