// @vitest-environment jsdom
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeDocx } from '../../../electron/services/report/docx/writeDocx.ts';
import { writeHtml } from '../../../electron/services/report/html/writeHtml.ts';
import { writeMarkdown } from '../../../electron/services/report/writeMarkdown.ts';
import { compileReport } from '../../../shared/domain/report/index.ts';
import {
  exampleClaim,
  exampleExhibit,
  exampleFinding,
  exampleInput,
} from '../../shared/domain/report/reportExample.ts';

const broken = 'a\u0000b\u000c\u001f\ud800c';
const hostile = `<script>alert("x")</script> & \u202e "]]> | _[x](http://a.example)_`;
const { document: report } = compileReport(exampleInput());
const { document: hostileReport } = compileReport(
  exampleInput({
    findings: [
      ...exampleInput().findings,
      exampleFinding(3, { title: hostile, claims: [exampleClaim(9, { text: `${hostile} ${broken}` })] }),
    ],
    exhibits: [exampleExhibit(1, { title: hostile }), exampleExhibit(2), exampleExhibit(3), exampleExhibit(4)],
  }),
);

const parsePage = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

async function docxParts(document = report) {
  const parts = unzipSync(await writeDocx(document));
  const xml = (name: string) =>
    new DOMParser().parseFromString(strFromU8(parts[name] ?? new Uint8Array(0)), 'application/xml');
  return { parts, xml };
}

const textOf = (element: Element) =>
  [...element.getElementsByTagNameNS(word, 't')].map(node => node.textContent).join('');

describe('the Word file', () => {
  test('has a real footnote for each call, and each names its exhibit', async () => {
    const { xml } = await docxParts();
    const calls = [...xml('word/document.xml').getElementsByTagNameNS(word, 'footnoteReference')].map(node =>
      node.getAttributeNS(word, 'id'),
    );
    const notes = [...xml('word/footnotes.xml').getElementsByTagNameNS(word, 'footnote')].filter(
      node => !node.getAttributeNS(word, 'type'),
    );
    expect(calls).toEqual(report.footnotes.map(note => String(note.n)));
    expect(notes.map(node => node.getAttributeNS(word, 'id'))).toEqual(calls);
    for (const note of notes) expect(textOf(note)).toMatch(/EX-\d{4}/);
  });

  test('counts paragraphs by one continuous numbering, as many as the report has', async () => {
    const { xml } = await docxParts();
    const numbered = [...xml('word/document.xml').getElementsByTagNameNS(word, 'numId')].map(node =>
      node.getAttributeNS(word, 'val'),
    );
    const numbers = report.sections
      .flatMap(section => section.blocks)
      .filter(block => block.type === 'paragraph' && block.number !== null).length;
    const counts = new Map<string | null, number>();
    for (const one of numbered) counts.set(one, (counts.get(one) ?? 0) + 1);
    expect([...counts.values()]).toContain(numbers);
  });

  test('has the headings, heads of tables and language that Word and screen readers go by', async () => {
    const { xml } = await docxParts();
    const body = xml('word/document.xml');
    const styles = [...body.getElementsByTagNameNS(word, 'pStyle')].map(node => node.getAttributeNS(word, 'val'));
    for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3', 'Caution']) expect(styles).toContain(style);
    expect(body.getElementsByTagNameNS(word, 'tblHeader')).toHaveLength(
      body.getElementsByTagNameNS(word, 'tbl').length,
    );
    expect(
      [...xml('word/styles.xml').getElementsByTagNameNS(word, 'lang')].map(node => node.getAttributeNS(word, 'val')),
    ).toContain('en-GB');
  });

  test('bears the handling mark on each page', async () => {
    const { xml } = await docxParts();
    expect(textOf(xml('word/header1.xml').documentElement)).toContain('TLP:RED');
  });

  test('is well-formed in all its parts, whatever the words are', async () => {
    const { parts, xml } = await docxParts(hostileReport);
    const names = Object.keys(parts).filter(name => /\.(xml|rels)$/.test(name));
    expect(names.filter(name => xml(name).getElementsByTagName('parsererror').length > 0)).toEqual([]);
    expect(textOf(xml('word/document.xml').documentElement)).toContain(`${hostile} ab \ufffdc`);
  });

  test('is the same bytes for the same report', async () => {
    const [first, second] = [await writeDocx(report), await writeDocx(report)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});

describe('the web page', () => {
  test('reaches for nothing outside itself', () => {
    const html = writeHtml(hostileReport);
    const document = parsePage(html);
    expect([...document.querySelectorAll('script, link, img, iframe, object, embed, form, base')]).toEqual([]);
    expect(
      [...document.querySelectorAll('[href]')]
        .map(node => node.getAttribute('href'))
        .filter(href => !href?.startsWith('#')),
    ).toEqual([]);
    expect([...document.querySelectorAll('[style], [onclick], [onload], [src]')]).toEqual([]);
    expect(document.querySelector('style')?.textContent).not.toMatch(/url\(|@import/);
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'/,
    );
  });

  test('leads from each call to its note and back', () => {
    const document = parsePage(writeHtml(report));
    const targets = [...document.querySelectorAll('a[href^="#"]')].map(
      node => node.getAttribute('href')?.slice(1) ?? '',
    );
    expect(targets.filter(target => !document.getElementById(target))).toEqual([]);
    expect(document.querySelectorAll('ol.notes > li')).toHaveLength(report.footnotes.length);
  });

  test('shows words that look like markup as words', () => {
    const document = parsePage(writeHtml(hostileReport));
    expect([...document.querySelectorAll('h3')].map(node => node.textContent)).toContain(`F-3  ${hostile}`);
  });
});

test('Markdown defines each note that it calls, and keeps tables whole', () => {
  const text = writeMarkdown(hostileReport);
  const called = [...text.matchAll(/\[\^(\d+)\](?!:)/g)].map(match => Number(match[1]));
  const defined = [...text.matchAll(/^\[\^(\d+)\]: .*EX-\d{4}/gm)].map(match => Number(match[1]));
  expect(called).toEqual(hostileReport.footnotes.map(note => note.n));
  expect(defined).toEqual(called);
  expect(text).not.toContain('<script>');
  const rows = text
    .split('\n')
    .filter(line => line.startsWith('| '))
    .map(line => line.match(/(?<!\\)\|/g)?.length);
  expect(new Set(rows)).toEqual(new Set([5, 8, 3]));
});
