/** The timeline as it goes: by the app's rules from what may be told, with the claims of the findings and the dates of exhibits. */
import { BundleTimeline, type BundleTimelineItem } from '../../../../shared/domain/bundle/bundleTimeline.ts';
import { exhibitNumber } from '../../../../shared/domain/exhibit.ts';
import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import { itemsOf } from '../../timeline/index.ts';
import type { GatheredBundle } from '../gatherBundle.ts';
import type { EntitySurvey } from './survey.ts';

export function makeTimeline(
  { entities, dated, statementStrengths }: EntitySurvey,
  gathered: GatheredBundle,
): BundleTimeline {
  const { input, exhibits, concealer } = gathered;
  const ofEntity = new Map([...entities.values()].map(({ id, strength }) => [id, { strength: strength.strength }]));
  const items: BundleTimelineItem[] = [
    ...itemsOf(dated, { ofEntity, ofStatement: statementStrengths as never }).map(toItem),
    ...input.findings.flatMap(finding =>
      finding.claims.flatMap(claim => (claim.occurredOn === null ? [] : [claimItem(finding.id, claim, entities)])),
    ),
    ...exhibits.flatMap(exhibit =>
      exhibit.publishedOn === null
        ? []
        : [
            exhibitItem(
              exhibitNumber(exhibit.number),
              exhibit.publishedOn,
              exhibit.title,
              gathered.input.withheld.has(exhibit.id),
            ),
          ],
    ),
  ];
  const named = new Set(items.flatMap(item => item.entityIds));
  const lanes = [...entities.values()].flatMap(({ id, caption }) => (named.has(id) ? [{ id, caption }] : []));
  return BundleTimeline.parse(concealer.concealIn({ items, lanes }));
}

const nothingOf = {
  entityIds: [],
  entityId: null,
  findingId: null,
  claimId: null,
  exhibitNumber: null,
  strength: null,
  status: null,
  citationCount: 0,
  citationIds: [],
  place: '',
};

function toItem({ exhibitId: _, property: __, value: ___, place, ...item }: TimelineItem): BundleTimelineItem {
  return { ...item, exhibitNumber: null, place: place?.words ?? '' };
}

type Claim = GatheredBundle['input']['findings'][number]['claims'][number];

function claimItem(findingId: string, claim: Claim, entities: EntitySurvey['entities']): BundleTimelineItem {
  return {
    ...nothingOf,
    id: claim.id,
    source: 'claim',
    title: claim.text.trim() === '' ? 'A claim without words yet' : claim.text,
    kindLabel: 'claim',
    fromOn: claim.occurredOn,
    toOn: claim.occurredOn,
    entityIds: claim.entityIds.filter(id => entities.has(id)),
    findingId,
    claimId: claim.id,
    status: claim.status,
    citationCount: claim.citations.length,
    citationIds: claim.citations.map(citation => citation.id),
  };
}

function exhibitItem(number: string, on: string, title: string, isWithheld: boolean): BundleTimelineItem {
  return {
    ...nothingOf,
    id: number,
    source: 'exhibit',
    title: `${number} ${isWithheld ? '(withheld)' : title}`,
    kindLabel: 'published',
    fromOn: on,
    toOn: on,
    exhibitNumber: number,
  };
}
