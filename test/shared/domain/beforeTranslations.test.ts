/** What was frozen or sent before there were translations, by hand as it was written then: it must open for ever. */
import { expect, test } from 'vitest';
import { BundleCase } from '../../../shared/domain/bundle.ts';
import { ReportDocument } from '../../../shared/domain/report/index.ts';

const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const id = (prefix: string, n: number) => `${prefix}-0190a1b2-c3d4-7e5f-8a6b-${String(n).padStart(12, '0')}`;
const quote = { exact: 'hulls lay side by side', prefix: 'At noon the ', suffix: ' for two hours' };

const edition = {
  format: 'probatum-report/1',
  language: 'en',
  masthead: {
    title: 'Case report',
    reference: 'C-2026-003',
    caseTitle: 'Transfers at sea (exercise)',
    workstream: 'maritime',
    handlingMark: 'TLP:GREEN',
    exercise: 'This is an exercise: everything in it is invented.',
    standard: 'un-panel',
    lead: 'Ada Vinterhaug',
    compiledAt: '2026-03-20T09:00:00.000Z',
    compiledBy: 'Ada Vinterhaug',
    evidenceDates: { from: '2026-03-15', to: '2026-03' },
  },
  sections: [
    {
      id: 'F-1',
      kind: 'finding',
      level: 2,
      title: 'A transfer',
      finding: {
        id: id('fnd', 1),
        number: 'F-1',
        stage: 'agreed',
        status: { status: 'established', shape: '●', word: 'established', meetsStandard: true },
      },
      blocks: [
        {
          type: 'paragraph',
          number: 1,
          runs: [
            { type: 'text', text: 'The hulls met.', bold: true },
            { type: 'footnote', n: 1 },
          ],
          tone: 'plain',
        },
      ],
    },
  ],
  footnotes: [
    {
      n: 1,
      citationId: id('cit', 1),
      findingId: id('fnd', 1),
      exhibitId: id('exh', 1),
      exhibit: 'EX-0001',
      pageIndex: 3,
      bearing: 'supports',
      quote: quote.exact,
      repeats: null,
      runs: [{ type: 'text', text: 'EX-0001, p. xii: “hulls lay side by side”.' }],
    },
  ],
  exhibits: [{ id: id('exh', 1), number: 'EX-0001', sha256 }],
};

const bundle = {
  format: 'probatum-bundle/1',
  case: {
    reference: 'C-2026-003',
    title: 'Transfers at sea (exercise)',
    workstream: 'maritime',
    handlingMark: 'TLP:GREEN',
    standard: 'Two sources of independent origin, or one authentic document.',
    lead: 'Ada Vinterhaug',
    isExercise: true,
    exportedAt: '2026-03-20T09:00:00.000Z',
  },
  exhibits: [
    {
      number: 'EX-0001',
      title: 'Deck log',
      documentSha256: sha256,
      sizeBytes: 4096,
      mediaType: 'application/pdf',
      fileName: 'EX-0001.pdf',
      source: { name: 'Port office', reliability: 'B' },
      obtained: { how: 'by hand', on: '2026-03-16', by: 'Ada Vinterhaug' },
      publishedOn: '2026-03-15',
      languages: ['en'],
      handlingMark: 'TLP:GREEN',
      parentNumber: null,
      pageCount: 4,
      pageLabels: ['ix', 'x', 'xi', 'xii'],
      hasText: true,
      problem: null,
    },
  ],
  passages: [
    {
      id: id('psg', 1),
      exhibitNumber: 'EX-0001',
      quote,
      pageIndex: 3,
      pageLabel: 'xii',
      position: { start: 12, end: 34 },
      rects: [],
      note: '',
      tags: ['hulls'],
    },
  ],
  findings: [
    {
      id: id('fnd', 1),
      number: 'F-1',
      title: 'A transfer',
      stage: 'agreed',
      status: 'established',
      statusReasons: [{ kind: 'holds', sentence: 'An authenticated document says so.' }],
      claims: [
        {
          id: id('clm', 1),
          text: 'The hulls met.',
          status: 'established',
          statusReasons: [],
          judgement: null,
          provisions: [],
          citations: [
            {
              id: id('cit', 1),
              passageId: id('psg', 1),
              bearing: 'supports',
              credibility: 2,
              quote: quote.exact,
              rebuttal: '',
            },
          ],
        },
      ],
      participants: [{ name: 'FABULA HERON', role: 'vessel' }],
      narrative: [],
      alternatives: '',
    },
  ],
  chronology: [{ date: '2026-03-15', text: 'EX-0001: Deck log', citationIds: [id('cit', 1)] }],
  custody: [
    {
      seq: 1,
      at: '2026-03-16T08:00:00.000Z',
      actor: 'Ada Vinterhaug',
      action: 'exhibit-admitted',
      subject: 'EX-0001',
      digest: sha256,
      hash: sha256,
    },
  ],
  custodyHead: sha256,
  reports: [{ title: 'Case report', edition: 1, compiledAt: '2026-03-20T09:00:00.000Z', sha256 }],
};

test('an edition that was frozen before there were translations parses, and nothing is put into it', () => {
  expect(ReportDocument.parse(edition)).toEqual(edition);
});

test('a bundle that was sent before there were translations parses, and nothing is put into it', () => {
  expect(BundleCase.parse(bundle)).toEqual(bundle);
});

test('a half translation is refused where a whole one or none is expected', () => {
  const [first] = bundle.passages;
  const halfway = { ...bundle, passages: [{ ...first, translation: { text: 'coques côte à côte', language: 'fr' } }] };
  expect(BundleCase.safeParse(halfway).success).toBe(false);
});
