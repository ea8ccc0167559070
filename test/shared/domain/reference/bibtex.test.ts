/** BibTeX as others write it: macros, accents, cross references, broken entries, and files of any size. */
import { describe, expect, it } from 'vitest';
import type { ReadReference } from '../../../../shared/domain/reference/cslItem.ts';
import { readBibtex } from '../../../../shared/domain/reference/readBibtex.ts';
import { readTex } from '../../../../shared/domain/reference/texText.ts';

async function read(text: string): Promise<ReadReference[]> {
  const all: ReadReference[] = [];
  const open = async function* pieces() {
    for (let from = 0; from < text.length; from += 1000) yield text.slice(from, from + 1000);
  };
  for await (const one of readBibtex(open)) all.push(one);
  return all;
}

async function itemsOf(text: string): Promise<unknown[]> {
  return (await read(text)).map(one => ('item' in one ? one.item : one.problem));
}

describe('BibTeX', () => {
  it('takes macros, joined values, months, quotes, round brackets and nested braces', async () => {
    expect(
      await itemsOf(`\uFEFFExported today by somebody@example.org
        @comment{ @article{hidden, title = {no}} }
        @preamble{ "\\newcommand{\\x}{y}" }
        @STRING(un = "United " # {Nations})
        @Report(r1, title = "A {\\"U}ber {DPRK} \\emph{report}", institution = un # " Security Council",
          author = {{Panel of Experts} and van der Berg, Jan and Lee, Jr, Sun and Ana Mar{\\'\\i}a {de la Cruz} and others},
          year = 2019, month = mar # "", pages = {12--19}, url = {https://example.org/a_b%20c},)`),
    ).toEqual([
      {
        id: 'r1',
        type: 'report',
        custom: { bibtex: { entrytype: 'report' } },
        title: 'A Über DPRK <i>report</i>',
        publisher: 'United Nations Security Council',
        author: [
          { literal: 'Panel of Experts' },
          { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
          { family: 'Lee', given: 'Sun', suffix: 'Jr' },
          { family: 'de la Cruz', given: 'Ana María' },
          { literal: 'others' },
        ],
        page: '12-19',
        URL: 'https://example.org/a_b%20c',
        issued: { 'date-parts': [[2019, 3]] },
      },
    ]);
  });

  it('gives a child what its parent has, though the parent stands behind it', async () => {
    expect(
      await itemsOf(`@inproceedings{c, title={On routes}, crossref={P}}
        @proceedings{p, title={Proceedings of the meeting}, year={2020}, publisher={Harbour Press}}
        @inbook{lost, title={Alone}, crossref={nowhere}}`),
    ).toEqual([
      {
        id: 'c',
        type: 'paper-conference',
        title: 'On routes',
        'container-title': 'Proceedings of the meeting',
        publisher: 'Harbour Press',
        issued: { 'date-parts': [[2020]] },
        custom: { bibtex: { crossref: 'P' } },
      },
      {
        id: 'p',
        type: 'book',
        title: 'Proceedings of the meeting',
        publisher: 'Harbour Press',
        issued: { 'date-parts': [[2020]] },
        custom: { bibtex: { entrytype: 'proceedings' } },
      },
      '“lost” refers to “nowhere”, which this file does not have.',
      { id: 'lost', type: 'chapter', title: 'Alone', custom: { bibtex: { crossref: 'nowhere', entrytype: 'inbook' } } },
    ]);
  });

  it('a bad entry in the middle costs itself alone', async () => {
    const read = await itemsOf(`@book{a, title={One}}
@book{b, title={Two, never closed
}
@book{c, title={Three}}
@book{d, title={Lone \\{ brace}}
@book{e, title={Five} year 2001}
@book{f,
@misc{g, title={Seven}}`);
    expect(read.map(one => (typeof one === 'string' ? one : (one as { id: string }).id))).toEqual([
      'a',
      'The entry that begins “@book{b, title={Two, never closed” does not close; it was left out.',
      'c',
      'd',
      'In the entry “e”, “year 2001” is no field; what follows it was left out.',
      'e',
      'The entry that begins “@book{f,” does not close; it was left out.',
      'g',
    ]);
  });

  it('keeps what the table does not know, and types that BibTeX does not have', async () => {
    expect(await itemsOf('@hearing{h, title={T}, file={:ex/a.pdf:PDF}, eprint={2101.1}, year={forthcoming}}')).toEqual([
      {
        id: 'h',
        type: 'document',
        title: 'T',
        issued: { literal: 'forthcoming' },
        custom: { bibtex: { file: ':ex/a.pdf:PDF', eprint: '2101.1', entrytype: 'hearing' } },
      },
    ]);
  });

  it.each([
    ["Caf\\'e, \\'{E}, {\\'{\\i}}, \\c{c}, \\v s, \\H{o}, \\ss{} \\o re \\AA", 'Café, É, í, ç, š, ő, ß øre Å'],
    ["1--2 --- ``x'' a~b \\& \\% \\$5 \\# \\_", '1–2 — “x” a\u00a0b & % $5 # _'],
    ['line\\\\ two', 'line\ntwo'],
    ['\\url{https://e.org} \\unknowncommand{kept}', 'https://e.org \\unknowncommandkept'],
    ['\\textsuperscript{\\emph{n}}', '<sup><i>n</i></sup>'],
    ["\\'", "'"],
    ['\\', ''],
  ])('reads %s', (source, text) => {
    expect(readTex(source)).toBe(text);
  });

  it('takes 100,000 entries one by one, and depth without end for a bad entry', async () => {
    const many = Array.from({ length: 100_000 }, (_, at) => `@misc{k${at}, title = {Title ${at}}, year = 2001}\n`).join(
      '',
    );
    expect(await read(many)).toHaveLength(100_000);
    const deep = `@misc{deep, title = ${'{'.repeat(200_000)}x${'}'.repeat(200_000)}}\n@misc{next, title={\\emph${'{\\emph'.repeat(50_000)}}}`;
    const [first] = await itemsOf(deep);
    expect(first).toEqual({ id: 'deep', type: 'document', title: 'x' });
  });
});
