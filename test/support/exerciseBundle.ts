/** A small bundle as the export service would give it: an exercise with invented names, in English and Korean. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleParts } from '../../shared/domain/bundle/bundleEntries.ts';
import { BundleBoxes, BundleCase, type BundleExhibit, BundleText, packBoxes } from '../../shared/domain/bundle.ts';
import { exerciseCustody, exerciseLogs } from './exerciseCustody.ts';
import { makePdf } from './makePdf.ts';
import { makePng, makeScan } from './makePng.ts';
import { entityParts, SCAN_WORDS } from './exerciseEntities.ts';

const id = (kind: string, number: number): string =>
  `${kind}-01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const CITATIONS = {
  registry: id('cit', 1),
  press: id('cit', 2),
  mail: id('cit', 3),
  picture: id('cit', 4),
  foreword: id('cit', 5),
};

export const QUOTES = {
  registry: 'The vessel Haneul 7 changed its name to Blue Heron on 4 March 2026',
  press: '하늘 7호는 남포 앞바다에서 선박 간 환적을 하였다',
  mail: 'We never sold fuel to that ship, and our tanker was in dry dock all week.',
  foreword: 'Entries are certified by the registrar',
};

const registry = makePdf(
  [
    {
      lines: [
        { text: 'Registry of Example Island (exercise)', x: 72, y: 760, size: 20 },
        { text: 'Foreword', x: 72, y: 720, size: 14 },
        { text: `${QUOTES.foreword}, who answers for them.`, x: 72, y: 690, size: 11 },
      ],
    },
    {
      lines: [
        { text: 'Continuous synopsis record', x: 72, y: 760, size: 16 },
        { text: 'IMO 9074729 (exercise number). Flag: Example Island. Gross tonnage 4,981.', x: 72, y: 726, size: 11 },
        { text: 'The vessel Haneul 7 changed its name to', x: 72, y: 690, size: 11 },
        { text: 'Blue Heron on 4 March 2026, eleven days before the transfer.', x: 72, y: 674, size: 11 },
        { text: 'Registered owner: Paper Lantern Shipping Ltd, care of a letter box.', x: 72, y: 640, size: 11 },
        ...Array.from({ length: 22 }, (_, line) => ({
          text: `Entry ${line + 1}: no change was recorded under this heading in the year.`,
          x: 72,
          y: 600 - line * 18,
          size: 10,
        })),
      ],
    },
  ],
  '/Nums [0 << /S /r /St 12 >> 1 << /S /D /P (A-) /St 3 >>]',
);
const press = makePdf([
  {
    lines: [
      { text: '모의 신문', x: 72, y: 760, size: 22, korean: true },
      { text: `목격자들은 ${QUOTES.press}고 전했다`, x: 72, y: 710, size: 12, korean: true },
      { text: '이 기사는 훈련을 위하여 지어낸 것이다', x: 72, y: 680, size: 12, korean: true },
    ],
  },
]);
const mailHeaders: [string, string][] = [
  ['From', 'office@fuel.example'],
  ['Subject', 'Your letter'],
];
const mail = Buffer.from(`From: office@fuel.example\r\nSubject: Your letter\r\n\r\n${QUOTES.mail}\r\n`);
const crew = Buffer.from('Name,Rank\r\nA. Example,Master\r\n');
const portLog = makeScan(620, 880, SCAN_WORDS);
const picture = makePng(640, 400);
const chart = makePng(900, 500);
const web = Buffer.from(
  '<!doctype html><title>x</title><script>document.title = "ran"</script><p>Berth list (exercise)</p>',
);

const documents: Record<string, Buffer> = {
  'EX-0001': registry,
  'EX-0002': press,
  'EX-0003': mail,
  'EX-0004': picture,
  'EX-0005': web,
  'EX-0006': portLog,
  'EX-0007': crew,
};

function exhibit(
  number: string,
  title: string,
  mediaType: string,
  suffix: string,
  more: Partial<BundleExhibit>,
): unknown {
  const bytes = documents[number] ?? Buffer.alloc(0);
  return {
    number,
    title,
    documentSha256: createHash('sha256').update(bytes).digest('hex'),
    sizeBytes: bytes.length,
    mediaType,
    fileName: `${number}.${suffix}`,
    source: { id: id('src', 1), name: 'Registry of Example Island', reliability: 'A' },
    obtained: { how: 'by letter', on: '2026-10-02', by: 'A. Investigator' },
    publishedOn: '2026-03-20',
    languages: ['en'],
    handlingMark: 'TLP:AMBER',
    parentNumber: null,
    pageCount: 1,
    pageLabels: [],
    hasText: false,
    problem: null,
    ...more,
  };
}

function passage(number: number, exhibitNumber: string, exact: string, more: object): unknown {
  return {
    id: id('psg', number),
    exhibitNumber,
    quote: { exact, prefix: '', suffix: '' },
    pageIndex: 0,
    pageLabel: null,
    position: null,
    rects: [],
    note: '',
    tags: [],
    ...more,
  };
}

const citation = (
  name: keyof typeof CITATIONS,
  number: number,
  bearing: string,
  credibility: number,
  quote: string,
): unknown => ({
  id: CITATIONS[name],
  passageId: id('psg', number),
  bearing,
  credibility,
  quote,
  rebuttal: '',
});

function source(
  number: number,
  name: string,
  kind: string,
  reliability: string,
  exhibitNumbers: string[],
  isConfidential: boolean,
): unknown {
  const reason = isConfidential ? '' : 'First grade.';
  return {
    id: id('src', number),
    name,
    isConfidential,
    kind,
    reliability,
    grades: [
      { reliability, reason, gradedBy: isConfidential ? '' : 'A. Investigator', gradedAt: '2026-10-02T09:00:00.000Z' },
    ],
    origins: [],
    exhibitNumbers,
  };
}

export const exerciseCase = BundleCase.parse({
  format: 'probatum-bundle/2',
  case: {
    reference: 'C-2026-003',
    title: 'Ship-to-ship transfers, MV Haneul 7',
    workstream: 'maritime',
    handlingMark: 'TLP:AMBER',
    standard:
      'A claim is established when it rests on an authenticated document or on two sources with independent origins.',
    lead: 'A. Investigator',
    isExercise: true,
    exportedAt: '2026-11-22T04:30:00.000Z',
  },
  exhibits: [
    exhibit('EX-0001', 'Registry extract: continuous synopsis record', 'application/pdf', 'pdf', {
      pageCount: 2,
      pageLabels: ['xii', 'A-3'],
    }),
    exhibit('EX-0002', '하늘 7호, 남포 앞바다에서 환적', 'application/pdf', 'pdf', {
      source: { id: id('src', 2), name: '모의 신문', reliability: 'C' },
      languages: ['ko'],
      publishedOn: '2026-03~',
    }),
    exhibit('EX-0003', 'E-mail of the fuel company', 'message/rfc822', 'eml', {
      source: { id: id('src', 3), name: 'Code name HERON', reliability: 'D' },
      hasText: true,
      publishedOn: null,
    }),
    exhibit('EX-0004', 'Satellite picture, stand-in', 'image/png', 'png', { source: null, parentNumber: 'EX-0003' }),
    exhibit('EX-0005', 'Berth list', 'text/html', 'html', { hasText: true, problem: null }),
    exhibit('EX-0006', 'Port log, scanned', 'image/png', 'png', { hasText: true, textBlocks: [0], boxBlocks: [0] }),
    exhibit('EX-0007', 'Crew list', 'text/csv', 'csv', { hasText: true, source: null, pageLabels: ['Crew list'] }),
  ],
  passages: [
    passage(1, 'EX-0001', QUOTES.registry, {
      pageIndex: 1,
      pageLabel: 'A-3',
      note: 'The name was painted over before.',
      tags: ['identity'],
    }),
    passage(2, 'EX-0002', QUOTES.press, {}),
    passage(3, 'EX-0003', QUOTES.mail, {}),
    passage(4, 'EX-0004', '', { rects: [{ x: 0.3, y: 0.4, w: 0.2, h: 0.15 }], note: 'two hulls side by side' }),
    passage(5, 'EX-0001', QUOTES.foreword, { pageLabel: 'xii' }),
  ],
  findings: [
    {
      id: id('fnd', 1),
      number: 'F-1',
      title: 'The MV Haneul 7 took on fuel from another ship under a new name',
      stage: 'agreed',
      status: 'contested',
      statusReasons: [{ kind: 'missing', sentence: 'One of its claims is contested.' }],
      participants: [{ name: 'Paper Lantern Shipping Ltd', role: 'registered owner', entityId: id('ent', 2) }],
      alternatives: 'The ship may have met the tanker to hand over a crew member.',
      claims: [
        {
          id: id('clm', 1),
          text: 'The vessel Haneul 7 was renamed Blue Heron on 4 March 2026.',
          status: 'established',
          statusReasons: [{ kind: 'holds', sentence: 'EX-0001 is an authenticated document.' }],
          judgement: null,
          provisions: [],
          citations: [
            citation('registry', 1, 'supports', 1, QUOTES.registry),
            citation('foreword', 5, 'context', 2, QUOTES.foreword),
          ],
        },
        {
          id: id('clm', 2),
          text: 'It received refined petroleum from a tanker off Nampo.',
          status: 'contested',
          statusReasons: [
            { kind: 'missing', sentence: 'EX-0003 contradicts it, and no answer to that is recorded.' },
            {
              kind: 'missing',
              sentence:
                'Only one source of reliability A to C supports it (모의 신문); a second, independent one is missing.',
            },
          ],
          judgement: null,
          provisions: [
            {
              id: 'r2375-11',
              resolution: 'Resolution 2375 (2017)',
              paragraph: 'para. 11',
              summary: 'No ship-to-ship transfers to or from DPRK-flagged vessels.',
            },
          ],
          citations: [
            citation('press', 2, 'supports', 3, QUOTES.press),
            citation('picture', 4, 'supports', 2, '[region] two hulls side by side'),
            citation('mail', 3, 'contradicts', 4, QUOTES.mail),
          ],
        },
      ],
      narrative: [
        {
          type: 'paragraph',
          runs: [
            { type: 'text', text: 'In March 2026 the vessel sailed under a new name.' },
            { type: 'citation', citationId: CITATIONS.registry },
            { type: 'text', text: ' A newspaper reported a transfer off Nampo', italic: true },
            { type: 'citation', citationId: CITATIONS.press },
            { type: 'text', text: '; the company denies it.' },
            { type: 'citation', citationId: CITATIONS.mail },
          ],
        },
        {
          type: 'list',
          ordered: false,
          items: [
            [
              { type: 'text', text: 'The picture shows two hulls.', bold: true },
              { type: 'citation', citationId: CITATIONS.picture },
            ],
          ],
        },
      ],
    },
  ],
  figures: [
    {
      numeral: 'I',
      caption: 'Ties of the Haneul 7 · 하늘 7호의 관계',
      sourceLine: 'Source: EX-0001, p. A-3 (PDF 2), annotated by the team.',
      findingId: id('fnd', 1),
      picture: {
        fileName: 'figure-I.png',
        sha256: createHash('sha256').update(chart).digest('hex'),
        sizeBytes: chart.length,
        widthPx: 900,
        heightPx: 500,
        altText: 'A chart of two ships; a line marked “took on fuel from” leads from one to the other.',
      },
      withheld: '',
      cautions: [],
      table: {
        columns: ['From', 'Tie', 'To'],
        rows: [
          ['Haneul 7', 'owned by', 'Paper Lantern Shipping Ltd'],
          ['하늘 7호', 'took on fuel from', 'A tanker off Nampo'],
        ],
      },
    },
    {
      numeral: 'II',
      caption: 'Where the ships met',
      sourceLine: 'Source: EX-0002, p. 1, annotated by the team.',
      findingId: null,
      picture: null,
      withheld: 'The picture is left out: it rests on EX-0002 (TLP:RED).',
      cautions: ['Figure II: EX-0002, which it rests on, was withdrawn.'],
      table: null,
    },
  ],
  chronology: [
    { date: '2026-03-04', text: 'The Haneul 7 becomes the Blue Heron.', citationIds: [CITATIONS.registry] },
    {
      date: '2026-03-15~',
      text: 'Transfer off Nampo, as reported.',
      citationIds: [CITATIONS.press, CITATIONS.picture],
    },
  ],
  matrix: {
    provisions: [
      {
        id: 'r2375-11',
        resolution: '2375 (2017)',
        paragraph: '11',
        topics: ['ship-to-ship'],
        summary: 'No ship-to-ship transfers to or from DPRK-flagged vessels.',
        type: 'prohibition',
        addressee: 'Member States',
        status: 'continuing',
        inForceFrom: '2017-09-11',
        inForceUntil: null,
        confidence: 'sure',
        relations: [],
        name: 'resolution 2375 (2017), paragraph 11',
      },
    ],
    cells: [
      {
        findingId: id('fnd', 1),
        provisionId: 'r2375-11',
        claimIds: [id('clm', 2)],
        status: 'contested',
        supporting: 2,
        contradicting: 1,
        missing: ['EX-0003 contradicts it, and no answer to that is recorded.'],
      },
    ],
  },
  requests: [
    {
      id: id('req', 1),
      findingId: id('fnd', 1),
      addressee: 'Paper Lantern Shipping Ltd',
      entityId: id('ent', 2),
      substance: 'Who chartered the ship in March 2026, and what did it load?',
      state: 'replied',
      sentOn: '2026-05-02',
      dueOn: '2026-06-01',
      answeredOn: '2026-05-20',
      replyExhibitNumber: 'EX-0003',
    },
    {
      id: id('req', 2),
      findingId: null,
      addressee: 'Port of Example',
      entityId: null,
      substance: 'Please send the berth list of 15 March 2026.',
      state: 'sent',
      sentOn: '2026-05-02',
      dueOn: null,
      answeredOn: null,
      replyExhibitNumber: null,
    },
  ],
  sources: [
    source(1, 'Registry of Example Island', 'registry', 'A', ['EX-0001', 'EX-0005', 'EX-0006'], false),
    source(2, '모의 신문', 'press', 'C', ['EX-0002'], false),
    source(3, 'Code name HERON', 'witness', 'D', ['EX-0003'], true),
  ],
  editions: [
    {
      id: null,
      title: 'Midterm report',
      edition: 1,
      compiledAt: '2026-11-01T12:00:00.000Z',
      compiledBy: 'A. Investigator',
      contentSha256: 'c'.repeat(64),
      findingCount: 1,
      isHere: true,
      files: [],
    },
  ],
  screening: { state: 'none', sentence: 'No screening run in this case.' },
  comments: [],
  signature: null,
  parts: {
    custodyEvents: exerciseLogs[0].events,
    receipts: exerciseCustody.receipts.shown.length,
    entities: entityParts.entities.index.length,
    entityBlocks: 1,
    events: entityParts.events.length,
    chartNodes: entityParts.chart.nodes.length,
    places: entityParts.map.places.length,
    timelineItems: entityParts.timeline.items.length,
    hasSearch: true,
  },
  custodyLogs: [...exerciseLogs],
  custodyHead: exerciseLogs[0].head,
} satisfies Record<Exclude<keyof BundleCase, 'custody' | 'reports'>, unknown>);

const pages: Record<string, Omit<BundleText, 'number' | 'firstPage'>> = {
  'EX-0003': {
    method: 'mail 1',
    mail: { headers: mailHeaders, bodyKind: 'plain' },
    pages: [{ label: null, text: mail.toString().replaceAll('\r\n', '\n'), method: 'converted' }],
  },
  'EX-0005': { method: 'converted', pages: [{ label: null, text: 'Berth list (exercise)', method: 'converted' }] },
  'EX-0006': {
    method: 'tesseract 5',
    pages: [
      {
        label: null,
        text: SCAN_WORDS.map(word => word.text).join(' '),
        method: 'ocr',
        widthPt: 595,
        heightPt: 842,
      },
    ],
  },
  'EX-0007': {
    method: 'csv 1',
    pages: [
      {
        label: 'Crew list',
        text: 'Name\tRank\nA. Example\tMaster',
        method: 'converted',
        sheet: { name: 'Crew list', firstRow: 0, firstColumn: 0, isHidden: false },
      },
    ],
  },
};

export const exerciseParts: Omit<BundleParts, 'viewer' | 'pdfAssets'> = {
  ...entityParts,
  ...exerciseCustody,
  async *readExhibit({ number }) {
    yield documents[number] ?? Buffer.alloc(0);
  },
  readFigure: () => chart,
  readText: async ({ number }) => BundleText.parse({ number, firstPage: 0, ...pages[number] }),
  readBoxes: async ({ number }) =>
    BundleBoxes.parse({
      number,
      firstPage: 0,
      pages: [packBoxes(SCAN_WORDS.map(({ text: _, ...word }) => ({ ...word, confidence: 0.93 })))],
    }),
  coasts: async () =>
    JSON.parse(readFileSync(join(import.meta.dirname, '../../node_modules/world-atlas/countries-110m.json'), 'utf8')),
};
