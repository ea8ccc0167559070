import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compileReport,
  type ReportDocument,
  ReportDocument as ReportDocumentSchema,
  reportFingerprint,
  runsOfBlock,
} from '../../../../shared/domain/report/index.ts';
import { plainText } from '../../../../shared/domain/report/reportModel.ts';
import type { ReportInput } from '../../../../shared/domain/report/index.ts';
import {
  exampleCitation,
  exampleClaim,
  exampleExhibit,
  exampleFinding,
  exampleInput,
  id,
  REAL_NAME,
} from './reportExample.ts';

const noteText = (document: ReportDocument, n: number) => plainText(document.footnotes[n - 1]?.runs ?? []);
const section = (document: ReportDocument, name: string) => document.sections.find(one => one.id === name);
const sentences = (document: ReportDocument, name: string) =>
  (section(document, name)?.blocks ?? []).flatMap(block => (block.type === 'paragraph' ? [plainText(block.runs)] : []));

function callsOf(document: ReportDocument): number[] {
  return document.sections
    .flatMap(one => one.blocks)
    .flatMap(runsOfBlock)
    .flatMap(run => (run.type === 'footnote' ? [run.n] : []));
}

function numbersOf(document: ReportDocument): number[] {
  return document.sections
    .flatMap(one => one.blocks)
    .flatMap(block => (block.type === 'paragraph' && block.number !== null ? [block.number] : []));
}

describe('a compiled report', () => {
  const { document, problems } = compileReport(exampleInput());

  test('fits its own schema and names the strictest mark of what it quotes', () => {
    expect(ReportDocumentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
    expect(document.masthead).toMatchObject({
      title: 'Invented transfers',
      reference: 'C-2026-9',
      handlingMark: 'TLP:RED',
      evidenceDates: { from: '2026-03-12', to: '2026-03-12' },
    });
  });

  test('gives a citation in full once, and then points back to that note', () => {
    expect(noteText(document, 1)).toBe(
      'EX-0001, Invented record 1 (Registry 1), p. ii (PDF 4): “Words 1 as they stood.”. Published 12 March 2026; accessed 2 April 2026. Graded B2. SHA-256 111111111111….',
    );
    expect(noteText(document, 3)).toBe('EX-0001, p. ii (PDF 4) (note 1 above).');
    expect(document.footnotes.map(note => note.repeats)).toEqual([null, null, 1, null, null]);
  });

  test('names a confidential source by its code name alone', () => {
    expect(noteText(document, 2)).toContain('(Confidential source “WILLOW”), p. 4:');
    expect(JSON.stringify(document)).not.toContain(REAL_NAME);
  });

  test('says what the exhibit lacks: no source, no date', () => {
    expect(noteText(document, 4)).toBe(
      'Against: EX-0003, Invented record 3 (source not on record), p. ii (part 4): “Words 3 as they stood.”. Publication date not known; accessed 2 April 2026. Source not graded, credibility 4. SHA-256 333333333333….',
    );
  });

  test('shortens a long quote in the note, visibly, and keeps the whole of it', () => {
    expect(noteText(document, 5)).toContain(' […] ');
    expect(noteText(document, 5).length).toBeLessThan(900);
    expect(document.footnotes[4]?.quote).toHaveLength(2400);
  });

  test('puts calls at their words, after the mark that ends the clause', () => {
    const [, paragraph] = section(document, 'F-1')?.blocks.filter(block => block.type === 'paragraph') ?? [];
    expect(paragraph?.type === 'paragraph' && paragraph.runs).toEqual([
      { type: 'text', text: 'Two hulls lay alongside' },
      { type: 'text', text: ',' },
      { type: 'footnote', n: 1 },
      { type: 'text', text: ' and a clerk had written so' },
      { type: 'text', text: '.' },
      { type: 'footnote', n: 2 },
      { type: 'footnote', n: 3 },
    ]);
  });

  test('tells of a chip whose citation is gone', () => {
    expect(sentences(document, 'F-1')).toContain('A chip without its citation [citation withdrawn]');
    expect(problems.map(problem => problem.sentence)).toContain(
      'The narrative of F-1 calls 1 citation that was withdrawn or belongs to a finding not in this report.',
    );
  });

  test('sets out claims with the notes that carry them, and what speaks against them', () => {
    expect(sentences(document, 'F-1')).toEqual(
      expect.arrayContaining([
        'Claim 1. Invented claim 1. (See notes 1 and 2 above.) ● established. It rests on 2 sources with independent origins. Measured against resolution 2375 (2017), paragraph 11.',
        'EX-0003 contradicts this claim. To this is answered: She wrote from hearsay.',
        'Paper Lantern Ltd (charterer). A request was sent on 10 April 2026; Paper Lantern Ltd replied on 28 April 2026 (EX-0004).',
        'The picture is older.',
      ]),
    );
  });

  test('says so where a finding is below the standard, or shows more than the evidence gives', () => {
    const { finding } = section(document, 'F-2') ?? {};
    expect(finding?.status).toEqual({ status: 'established', shape: '●', word: 'established', meetsStandard: false });
    expect(sentences(document, 'F-2')).toEqual(
      expect.arrayContaining([
        'Status: ● established. This finding does not meet the evidentiary standard of the case on the evidence recorded. It is a draft that nobody has reviewed. The reasons are:',
        'On 4 May 2026 A. Tester judged this claim established; the evidence recorded makes it reported. The status shown is therefore higher than the standard of the case gives. The reason given: Seen with own eyes.',
        'Nobody Asked. No reply was requested from Nobody Asked.',
      ]),
    );
  });

  test('lists in annex A what is relied on, with what it came in and the replies, and nothing else', () => {
    expect(document.exhibits.map(exhibit => exhibit.number)).toEqual([
      'EX-0001',
      'EX-0002',
      'EX-0003',
      'EX-0004',
      'EX-0005',
    ]);
    const table = section(document, 'annex-a')?.blocks.find(block => block.type === 'table');
    expect(table?.rows.map(row => row.map(plainText))[1]).toEqual([
      'EX-0002',
      'Invented record 2 (attached to EX-0005)',
      'Confidential source “WILLOW”, C',
      'Published: 12 March 2026. Obtained: 2 April 2026.',
      '4',
      'TLP:GREEN',
      '2'.repeat(64),
    ]);
  });

  test('lists what a hostile reader would find first', () => {
    expect(problems.map(problem => problem.sentence)).toEqual([
      'The narrative of F-1 calls 1 citation that was withdrawn or belongs to a finding not in this report.',
      'F-2 is still a draft.',
      'F-2 shows as established by judgement; the evidence alone does not reach it. The report says so.',
      'Claim 1 of F-2 names no provision that it measures against.',
      'Claim 2 of F-2 cites nothing.',
      'Nobody Asked is named in F-2 and had no opportunity to reply.',
      'EX-0003 has no source on record.',
      'EX-0003 has no publication date.',
    ]);
  });
});

test('withheld exhibits are cited by number and digest, without title or words', () => {
  const { document } = compileReport(exampleInput({ withheld: new Map([[id('exh', 1), 'TLP:RED']]) }));
  expect(noteText(document, 1)).toContain(
    'EX-0001, title withheld (Registry 1), p. ii (PDF 4): words withheld (TLP:RED).',
  );
  expect(JSON.stringify(document)).not.toContain('Invented record 1');
  expect(JSON.stringify(document)).not.toContain('Words 1 as');
});

test('a translated citation prints its original words first, then whose translation it is and of what worth', () => {
  const translation = {
    id: id('trl', 1) as never,
    text: 'They moved coal.',
    language: 'en',
    translator: 'Kim Example',
    method: 'machine-reviewed' as const,
    isCertified: false,
    certificationNote: '',
    madeOn: null,
  };
  const claims = [exampleClaim(1, { citations: [exampleCitation(1, 1, { translation })] })];
  const translated = exampleInput({ findings: [exampleFinding(1, { claims })] });
  const { document } = compileReport(translated);
  expect(noteText(document, 1)).toContain(
    ': “Words 1 as they stood.” [translation by Kim Example, machine, reviewed by a person, not certified: “They moved coal.”]. Published',
  );
  const { id: _, ...kept } = translation;
  expect(document.footnotes[0]?.translation).toEqual(kept);
  expect(ReportDocumentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
  const withheld = compileReport({ ...translated, withheld: new Map([[id('exh', 1), 'TLP:RED']]) }).document;
  expect(JSON.stringify(withheld)).not.toContain('They moved coal');
});

test('the same content has the same fingerprint whenever and by whomever it is compiled', () => {
  const first = reportFingerprint(compileReport(exampleInput()).document);
  expect(
    reportFingerprint(
      compileReport(
        exampleInput({ compiledAt: '2027-01-01T00:00:00.000Z' as ReportInput['compiledAt'], compiledBy: 'Another' }),
      ).document,
    ),
  ).toBe(first);
  expect(reportFingerprint(compileReport(exampleInput({ title: 'Other words' })).document)).not.toBe(first);
});

test('a report without findings says so', () => {
  const { document, problems } = compileReport(exampleInput({ findings: [], requests: [] }));
  expect(problems).toEqual([
    { sentence: 'There is no finding to report. Write one, or choose others.', findingId: null },
  ]);
  expect(document.footnotes).toEqual([]);
});

const narrativeRun = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: fc.string({ maxLength: 20 }) }),
  fc.integer({ min: 0, max: 14 }).map(n => ({ type: 'citation' as const, citationId: id('cit', n) })),
);
const anyBlock = fc.oneof(
  fc.record({
    type: fc.constantFrom('paragraph' as const, 'heading' as const),
    runs: fc.array(narrativeRun, { maxLength: 8 }),
  }),
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(fc.array(narrativeRun, { maxLength: 4 }), { maxLength: 3 }),
  }),
);
const anyInput = fc
  .array(
    fc.record({
      narrative: fc.array(anyBlock, { maxLength: 6 }),
      claims: fc.array(fc.array(fc.constantFrom('supports', 'contradicts', 'context'), { maxLength: 3 }), {
        maxLength: 3,
      }),
    }),
    { maxLength: 4 },
  )
  .map(drafts => {
    let citation = 0;
    let claim = 0;
    const findings = drafts.map(({ narrative, claims }, at) =>
      exampleFinding(at + 1, {
        narrative: narrative as never,
        claims: claims.map(bearings =>
          exampleClaim(++claim, {
            citations: bearings.map(bearing =>
              exampleCitation(++citation, 1 + (citation % 6), { bearing: bearing as never }),
            ),
          }),
        ),
      }),
    );
    return exampleInput({ findings, exhibits: Array.from({ length: 7 }, (_, at) => exampleExhibit(at + 1)) });
  });

test('every note resolves, is called once and in order; every citation has a note; paragraphs have no gaps', () => {
  fc.assert(
    fc.property(anyInput, input => {
      const { document } = compileReport(input);
      const numbers = numbersOf(document);
      expect(numbers).toEqual(numbers.map((_, at) => at + 1));
      expect(callsOf(document)).toEqual(document.footnotes.map(note => note.n));
      expect(document.footnotes.map(note => note.n)).toEqual(document.footnotes.map((_, at) => at + 1));
      const annexed = new Set(document.exhibits.map(exhibit => exhibit.id));
      for (const note of document.footnotes) {
        expect(annexed.has(note.exhibitId)).toBe(true);
        expect(plainText(note.runs)).toContain(note.exhibit);
        if (note.repeats !== null)
          expect(document.footnotes[note.repeats - 1]).toMatchObject({ citationId: note.citationId, repeats: null });
      }
      const noted = new Set(document.footnotes.map(note => note.citationId));
      for (const citation of input.findings.flatMap(finding => finding.claims).flatMap(claim => claim.citations))
        expect(noted.has(citation.id)).toBe(true);
    }),
    { numRuns: 150 },
  );
});
