import { describe, expect, test } from 'vitest';
import { readingText } from '../../../electron/extract/formats/pdf/pageText.ts';
import { capMemory } from '../../../electron/extract/wasmMemory.ts';
import { bytesOf, extractHere } from './support/extractHere.ts';
import { hostileDocuments } from './support/hostileDocuments.ts';
import { makePdf } from './support/makePdf.ts';
import { makeProtectedPdf } from './support/makeProtectedPdf.ts';

describe('a PDF', () => {
  test('gives its text by page, with printed labels, size and rotation', async () => {
    const pdf = makePdf(
      [
        { lines: ['Exercise: preface'] },
        { lines: ['MV SEA PLOVER loaded', 'at Port Example'] },
        { lines: [], entries: '/Rotate 90' },
      ],
      {
        catalog: '/PageLabels << /Nums [0 << /S /r /St 4 >> 1 << /S /D /P (A-) >>] >>',
      },
    );
    const { outcome, pages } = await extractHere(pdf, 'anything.bin');
    expect(pages).toEqual([
      {
        index: 0,
        label: 'iv',
        text: 'Exercise: preface',
        method: 'text-layer',
        confidence: null,
        sheet: null,
        words: null,
        languages: [],
        widthPt: 595,
        heightPt: 842,
        rotation: 0,
      },
      {
        index: 1,
        label: 'A-1',
        text: 'MV SEA PLOVER loaded\nat Port Example',
        method: 'text-layer',
        confidence: null,
        sheet: null,
        words: null,
        languages: [],
        widthPt: 595,
        heightPt: 842,
        rotation: 0,
      },
      {
        index: 2,
        label: 'A-2',
        text: '',
        method: 'none',
        confidence: null,
        sheet: null,
        words: null,
        languages: [],
        widthPt: 842,
        heightPt: 595,
        rotation: 90,
      },
    ]);
    expect(outcome).toMatchObject({
      ok: true,
      summary: { engine: 'pdfium', detected: { mediaType: 'application/pdf' }, pageCount: 3, partCount: 0 },
    });
  });

  test('gives its outline, title and metadata', async () => {
    const pdf = makePdf([{ lines: ['one'] }, { lines: ['two'] }], {
      catalog: '/Outlines 100 0 R /Lang (en-GB)',
      info: '/Title (Exercise report) /Author (A. Example) /Producer (By hand)',
      objects: [
        '<< /First 101 0 R /Last 102 0 R /Count 2 >>',
        '<< /Title (Chapter one) /Parent 100 0 R /Next 102 0 R /First 103 0 R /Last 103 0 R /Count 1 /Dest [10 0 R /Fit] >>',
        '<< /Title (Chapter two) /Parent 100 0 R /Prev 101 0 R /Next 101 0 R /Dest [12 0 R /Fit] >>',
        '<< /Title (Section) /Parent 101 0 R /Dest [12 0 R /Fit] >>',
      ],
    });
    const { outcome } = await extractHere(pdf, 'r.pdf');
    expect(outcome).toMatchObject({
      summary: {
        title: 'Exercise report',
        metadata: { author: 'A. Example', producer: 'By hand', language: 'en-GB' },
        outline: [
          { title: 'Chapter one', pageIndex: 0, level: 0 },
          { title: 'Section', pageIndex: 1, level: 1 },
          { title: 'Chapter two', pageIndex: 1, level: 0 },
        ],
      },
    });
  });

  test('gives what was filled into its form and typed onto its pages, but not what is hidden', async () => {
    const widget = (name: string, value: string, flags = 4) =>
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (${name}) /V (${value}) /F ${flags} /Rect [72 500 300 520] /P 10 0 R >>`;
    const pdf = makePdf([{ lines: ['Consignee:'], entries: '/Annots [100 0 R 101 0 R 102 0 R 103 0 R]' }], {
      catalog: '/AcroForm << /Fields [100 0 R 101 0 R] /DA (/F1 12 Tf) >>',
      objects: [
        widget('consignee', 'Example Trading'),
        widget('secret', 'unseen', 2),
        '<< /Type /Annot /Subtype /FreeText /Contents (received by hand) /F 4 /Rect [72 400 300 420] /DA (/F1 12 Tf) >>',
        '<< /Type /Annot /Subtype /Text /Contents (check this date) /F 4 /Rect [72 300 90 320] >>',
      ],
    });
    const { outcome, pages } = await extractHere(pdf, 'form.pdf');
    expect(pages[0]?.text).toBe('Consignee:\nExample Trading\nreceived by hand');
    expect(outcome).toMatchObject({ summary: { metadata: { notes: 'p. 1: check this date' } } });
  });

  test('hands over its embedded files, unless it lies too deep itself', async () => {
    const pdf = makePdf([{ lines: ['with a file'] }], {
      catalog: '/Names << /EmbeddedFiles << /Names [(list.csv) 100 0 R] >> >>',
      objects: [
        '<< /Type /Filespec /F (list.csv) /UF (list.csv) /EF << /F 101 0 R >> >>',
        '<< /Type /EmbeddedFile /Length 9 >>\nstream\na,b\n1,2\n\n\nendstream',
      ],
    });
    const { parts } = await extractHere(pdf, 'a.pdf');
    expect(parts.map(({ name, disposition, bytes }) => [name, disposition, new TextDecoder().decode(bytes)])).toEqual([
      ['list.csv', 'attachment', 'a,b\n1,2\n\n'],
    ]);
    const deep = await extractHere(pdf, 'a.pdf', { depth: 10 });
    expect(deep.parts).toEqual([]);
    expect(deep.outcome).toMatchObject({ ok: true, summary: { warnings: [expect.stringContaining('not unpacked')] } });
  });

  test('under a password asks for it, refuses a wrong one, and opens with the right one also when it is not ASCII', async () => {
    const pdf = makeProtectedPdf('müller', 'Sealed words');
    expect((await extractHere(pdf, 'p.pdf')).outcome).toMatchObject({
      ok: false,
      problem: { code: 'password-needed' },
      detected: { mediaType: 'application/pdf' },
    });
    expect((await extractHere(pdf, 'p.pdf', { password: 'mueller' })).outcome).toMatchObject({
      ok: false,
      problem: { code: 'password-wrong' },
    });
    const { outcome, pages } = await extractHere(pdf, 'p.pdf', { password: 'müller' });
    expect(outcome.ok).toBe(true);
    expect(pages[0]?.text).toBe('Sealed words');
  });

  test('that is broken is unreadable for a reason; one that is only cut still gives its text', async () => {
    expect((await extractHere(bytesOf('%PDF-1.7\nnothing else'), 'b.pdf')).outcome).toMatchObject({
      ok: false,
      problem: { code: 'unreadable', detail: expect.stringContaining('damaged') },
    });
    const whole = makePdf([{ lines: ['Still here'] }]);
    expect((await extractHere(whole.slice(0, -20), 'c.pdf')).pages[0]?.text).toBe('Still here');
  });

  test('tells all its authors and the programs it went through from its XMP', async () => {
    const packet =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description xmpMM:DocumentID="uuid:exercise"><dc:creator><rdf:Seq>' +
      '<rdf:li>First &amp; Co</rdf:li><rdf:li>김철 (exercise)</rdf:li></rdf:Seq></dc:creator><xmpMM:History><rdf:Seq>' +
      '<rdf:li stEvt:softwareAgent="Word"/><rdf:li stEvt:softwareAgent="Acrobat"/></rdf:Seq></xmpMM:History></rdf:Description>';
    const old = bytesOf('% <x:xmpmeta><dc:creator><rdf:li>Somebody before</rdf:li></dc:creator></x:xmpmeta>\n');
    const pdf = Buffer.concat([makePdf([{ lines: ['words'] }]), old, bytesOf(`% ${packet}</rdf:RDF></x:xmpmeta>\n`)]);
    const { outcome } = await extractHere(new Uint8Array(pdf), 'authors.pdf');
    expect(outcome.ok && outcome.summary.metadata).toMatchObject({
      authors: 'First & Co; 김철 (exercise)',
      documentId: 'uuid:exercise',
      programs: 'Word; Acrobat',
    });
  });

  test('that would act says so, keeps its scripts as evidence, and does nothing', async () => {
    const hostile = hostileDocuments.find(one => one.name === 'actions.pdf');
    const { outcome } = await extractHere(hostile?.bytes ?? new Uint8Array(0), 'actions.pdf');
    expect(outcome.ok && outcome.summary.warnings).toEqual([
      'The PDF holds scripts (1), which never run here; they stand in its metadata.',
      'The PDF has links that would start a program (1); the reader never does.',
      'The PDF has links that would open another file (1); the reader never does.',
    ]);
    expect(outcome.ok && outcome.summary.metadata.scripts).toContain('app.launchURL');
  });

  test('with more pages than the limit is not read at all', async () => {
    const { outcome, pages } = await extractHere(makePdf([{ lines: ['1'] }, { lines: ['2'] }]), 'p.pdf', {
      limits: { maxPages: 1 },
    });
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'too-many-pages' } });
    expect(pages).toEqual([]);
  });
});

describe('reading text of a PDF page', () => {
  test.each([
    ['a broken word is joined', 'exam\uFFFEple', 'example'],
    ['also over a line end', 'exam\uFFFE\r\nple', 'example'],
    ['a compound keeps its hyphen', 'ship-to\uFFFEship', 'ship-to-ship'],
    ['a name keeps it', 'Anglo\uFFFEAmerican', 'Anglo-American'],
    ['an abbreviation keeps it', 'DPRK\uFFFEflagged', 'DPRK-flagged'],
    ['numbers keep it', '2019\uFFFE20', '2019-20'],
    ['what follows is no word', 'docu\uFFFE1 See note', 'docu-\n1 See note'],
    ['soft hyphens go', 'co\u00adoperation', 'cooperation'],
    ['TeX ligatures are spelt out', 'signi\u001ccant', 'significant'],
    ['an unknown glyph stays visible', 'a word \u0005 more words', 'a word \uFFFD more words'],
    ['a page of unknown glyphs has no text', '\u0001\u0002\u0003\u0004 \u0005', ''],
    ['line ends are \\n, and trailing space goes', 'one  \r\ntwo\r\n', 'one\ntwo'],
  ])('%s', (_, raw, text) => {
    expect(readingText(raw)).toBe(text);
  });
});

test('the memory of the WebAssembly module is capped without moving a byte', async () => {
  const { readFile } = await import('node:fs/promises');
  const wasm = new Uint8Array(
    await readFile(new URL('../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm', import.meta.url)),
  );
  const capped = capMemory(wasm);
  const changed = [...wasm.keys()].filter(at => wasm[at] !== capped[at]);
  expect(capped.byteLength).toBe(wasm.byteLength);
  expect(changed.length).toBe(1);
  expect(WebAssembly.validate(capped)).toBe(true);
});
