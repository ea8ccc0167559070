/** A case to compile, made of invented names: two findings on four exhibits, one of them from a confidential source. */
import { CaseRecord } from '../../../../shared/domain/caseRecord.ts';
import { Exhibit } from '../../../../shared/domain/exhibit.ts';
import { FindingView } from '../../../../shared/domain/finding.ts';
import { Provision } from '../../../../shared/domain/provision.ts';
import type { ReportInput } from '../../../../shared/domain/report/index.ts';
import { Request } from '../../../../shared/domain/request.ts';
import { Source } from '../../../../shared/domain/source.ts';
import { Instant } from '../../../../shared/kernel/dates.ts';

export const at = Instant.parse('2026-05-04T09:30:00.000Z');

export function id(kind: string, number: number): string {
  return `${kind}-01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export const REAL_NAME = 'Hollis Quennerby';

export function exampleSource(number: number, given: Partial<Source> = {}): Source {
  return Source.parse({
    id: id('src', number),
    name: `Registry ${number}`,
    kind: 'registry',
    reliability: 'B',
    originIds: [],
    confidential: false,
    codeName: null,
    note: '',
    createdAt: at,
    ...given,
  });
}

export function exampleExhibit(number: number, given: Partial<Exhibit> = {}): Exhibit {
  return Exhibit.parse({
    id: id('exh', number),
    caseId: id('cas', 1),
    number,
    sha256: String(number % 10).repeat(64),
    sizeBytes: 1000,
    mediaType: 'application/pdf',
    fileName: `${number}.pdf`,
    title: `Invented record ${number}`,
    sourceId: id('src', 1),
    obtainedHow: 'at the counter',
    obtainedOn: '2026-04-02',
    obtainedBy: 'A. Tester',
    publishedOn: '2026-03-12',
    languages: ['en'],
    handlingMark: 'TLP:GREEN',
    parentId: null,
    authenticity: 'not-assessed',
    authenticityNote: '',
    isObservation: false,
    reading: 'read',
    problem: null,
    renditionId: null,
    pageCount: 4,
    passageCount: 1,
    attachmentCount: 0,
    copyCount: 1,
    admittedAt: at,
    openedAt: null,
    withdrawnAt: null,
    ...given,
  });
}

type Claim = FindingView['claims'][number];
type Citation = Claim['citations'][number];

export function exampleCitation(number: number, exhibit: number, given: Partial<Citation> = {}): Citation {
  return {
    id: id('cit', number),
    claimId: id('clm', 1),
    passageId: id('psg', number),
    bearing: 'supports',
    credibility: 2,
    quote: `Words ${number} as they stood.`,
    pageIndex: 3,
    pageLabel: 'ii',
    rebuttal: '',
    citedAt: at,
    citedBy: 'A. Tester',
    withdrawnAt: null,
    exhibitId: id('exh', exhibit),
    exhibitNumber: exhibit,
    exhibitTitle: `Invented record ${exhibit}`,
    sourceId: id('src', 1),
    sourceName: 'Registry 1',
    reliability: 'B',
    anchor: 'anchored',
    ...given,
  } as Citation;
}

export function exampleClaim(number: number, given: Partial<Claim> = {}): Claim {
  return {
    id: id('clm', number),
    findingId: id('fnd', 1),
    text: `Invented claim ${number}.`,
    provisionIds: ['p-11'],
    judgement: null,
    occurredOn: null,
    entityIds: [],
    withdrawnAt: null,
    citations: [],
    computedStatus: 'established',
    status: 'established',
    reasons: [],
    ...given,
  } as Claim;
}

export function exampleFinding(number: number, given: Partial<FindingView> = {}): FindingView {
  return FindingView.parse({
    id: id('fnd', number),
    caseId: id('cas', 1),
    number,
    title: `Invented finding ${number}`,
    stage: 'agreed',
    narrative: [],
    alternatives: '',
    participants: [],
    createdAt: at,
    changedAt: at,
    claims: [],
    status: 'established',
    reasons: [],
    ...given,
  });
}

const provision = Provision.parse({
  id: 'p-11',
  resolution: '2375 (2017)',
  paragraph: '11',
  topics: ['sts'],
  summary: 'Bars transfers between ships at sea',
  type: 'prohibition',
  addressee: 'Member States',
  status: 'in force',
  inForceFrom: '2017-09-11',
  inForceUntil: null,
  confidence: 'high',
  relations: [],
});

const request = Request.parse({
  id: id('req', 1),
  caseId: id('cas', 1),
  findingId: id('fnd', 1),
  addressee: 'Paper Lantern Ltd',
  substance: 'The transfer of 4 March',
  state: 'replied',
  sentOn: '2026-04-10',
  dueOn: '2026-05-01',
  answeredOn: '2026-04-28',
  entityId: null,
  replyExhibitId: id('exh', 4),
  note: 'Denies it',
  createdAt: at,
});

export function exampleInput(given: Partial<ReportInput> = {}): ReportInput {
  const narrative = [
    { type: 'heading', runs: [{ type: 'text', text: 'What was seen' }] },
    {
      type: 'paragraph',
      runs: [
        { type: 'text', text: 'Two hulls lay alongside ' },
        { type: 'citation', citationId: id('cit', 1) },
        { type: 'text', text: ', and a clerk had written so ' },
        { type: 'citation', citationId: id('cit', 2) },
        { type: 'text', text: ' ' },
        { type: 'citation', citationId: id('cit', 1) },
        { type: 'text', text: '.' },
      ],
    },
    {
      type: 'paragraph',
      runs: [
        { type: 'text', text: 'A chip without its citation ' },
        { type: 'citation', citationId: id('cit', 99) },
      ],
    },
  ] as FindingView['narrative'];
  return {
    title: '',
    case: CaseRecord.parse({
      id: id('cas', 1),
      reference: 'C-2026-9',
      title: 'Invented transfers',
      workstream: 'maritime',
      handlingMark: 'TLP:AMBER',
      standard: 'un-panel',
      lead: 'A. Tester',
      status: 'open',
      isExercise: true,
      createdAt: at,
    }),
    findings: [
      exampleFinding(1, {
        narrative,
        participants: [
          { id: id('par', 1), name: 'Paper Lantern Ltd', role: 'charterer', entityId: null },
        ] as FindingView['participants'],
        alternatives: 'The hulls were others.\n\nThe picture is older.',
        claims: [
          exampleClaim(1, {
            citations: [
              exampleCitation(1, 1),
              exampleCitation(2, 2, { credibility: 1, pageLabel: null }),
              exampleCitation(3, 3, { bearing: 'contradicts', credibility: 4, rebuttal: 'She wrote from hearsay' }),
            ],
            reasons: [
              {
                kind: 'holds',
                sentence: 'It rests on 2 sources with independent origins.',
                mend: 'none',
                subject: null,
              },
            ],
          }),
        ],
      }),
      exampleFinding(2, {
        stage: 'draft',
        status: 'established',
        participants: [
          { id: id('par', 2), name: 'Nobody Asked', role: '', entityId: null },
        ] as FindingView['participants'],
        claims: [
          exampleClaim(2, {
            provisionIds: [],
            computedStatus: 'reported',
            citations: [exampleCitation(4, 3, { quote: 'Long words. '.repeat(200) })],
            judgement: { status: 'established', reason: 'Seen with own eyes', by: 'A. Tester', at },
            reasons: [{ kind: 'missing', sentence: 'Only one source supports it.', mend: 'citations', subject: null }],
          }),
          exampleClaim(3, { status: 'unsupported', computedStatus: 'unsupported' }),
        ],
        reasons: [
          { kind: 'missing', sentence: 'Claim 1: Only one source supports it.', mend: 'citations', subject: null },
        ],
      }),
    ],
    exhibits: [
      exampleExhibit(1),
      exampleExhibit(2, { parentId: exampleExhibit(5).id, sourceId: exampleSource(2).id }),
      exampleExhibit(3, { publishedOn: null, sourceId: null, mediaType: 'message/rfc822' }),
      exampleExhibit(4, { handlingMark: 'TLP:RED' }),
      exampleExhibit(5),
      exampleExhibit(6),
    ],
    sources: [
      exampleSource(1),
      exampleSource(2, { name: REAL_NAME, confidential: true, codeName: 'WILLOW', reliability: 'C' }),
    ],
    requests: [request],
    figures: [],
    provisions: [provision],
    withheld: new Map(),
    compiledAt: at,
    compiledBy: 'A. Tester',
    ...given,
  };
}
