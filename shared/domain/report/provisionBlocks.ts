/** The provisions that a finding is measured against, in our words, with the advice to read the resolution itself. */
import { describeDate, EdtfDate } from '../../kernel/dates.ts';
import type { FindingView } from '../finding.ts';
import { type Provision, provisionName } from '../provision.ts';
import type { Paragraphs } from './paragraphs.ts';
import type { ReportBlock } from './reportModel.ts';
import { asSentence, capitalised, text } from './reportWords.ts';

export function provisionBlocks(
  finding: FindingView,
  provisions: readonly Provision[],
  paragraphs: Paragraphs,
): ReportBlock[] {
  const ids = [...new Set(finding.claims.flatMap(claim => claim.provisionIds))];
  const measured = ids.flatMap(id => provisions.find(provision => provision.id === id) ?? []);
  if (measured.length === 0) return [];
  return [
    { type: 'heading', level: 3, text: 'Provisions measured against' },
    paragraphs.next('The provisions are given in our own words; verify against the resolution before relying on them.'),
    {
      type: 'list',
      ordered: false,
      items: measured.map(provision => [
        text(`${capitalised(provisionName(provision))}: `, { bold: true }),
        text(`${asSentence(provision.summary)}${inForce(provision)}`),
      ]),
    },
  ];
}

function inForce({ inForceFrom, inForceUntil }: Provision): string {
  const from = EdtfDate.safeParse(inForceFrom);
  const until = EdtfDate.safeParse(inForceUntil);
  const since = from.success ? ` In force since ${describeDate(from.data)}` : '';
  if (until.success)
    return `${since === '' ? ' In force' : since} until ${describeDate(until.data)}, when a later provision took its place.`;
  return since === '' ? '' : `${since}.`;
}
