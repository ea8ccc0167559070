/** Findings as they go, and the chronology of what they rest on. */
import type { BundleCase, BundleFinding } from '../../../shared/domain/bundle.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { ClaimView, FindingView } from '../../../shared/domain/finding.ts';
import { findingName } from '../../../shared/domain/report/index.ts';
import type { StatusReason } from '../../../shared/domain/standard.ts';
import type { GatheredBundle } from './gatherBundle.ts';
import type { KnownEntities } from './knownEntities.ts';

/** `known`: ids of the entities of this bundle. */
export function toBundleFinding(finding: FindingView, gathered: GatheredBundle, known: KnownEntities): BundleFinding {
  const { id, title, stage, status, reasons, claims, participants, narrative, alternatives } = finding;
  return {
    id,
    title,
    stage,
    status,
    narrative,
    alternatives,
    number: findingName(finding),
    statusReasons: reasons.map(toReason),
    participants: participants.map(({ name, role, entityId }) => ({ name, role, entityId: known.as(entityId) })),
    claims: claims.map(claim => toClaim(claim, gathered, known)),
  };
}

function toClaim(claim: ClaimView, { input }: GatheredBundle, known: KnownEntities): BundleFinding['claims'][number] {
  const { id, text, status, reasons, judgement, computedStatus, provisionIds, citations } = claim;
  return {
    id,
    text,
    status,
    statusReasons: reasons.map(toReason),
    occurredOn: claim.occurredOn,
    entityIds: [...new Set(claim.entityIds.flatMap(entityId => known.as(entityId) ?? []))],
    judgement: judgement ? { computed: computedStatus, reason: judgement.reason, by: judgement.by } : null,
    provisions: provisionIds.flatMap(provisionId => {
      const provision = input.provisions.find(one => one.id === provisionId);
      return provision
        ? [
            {
              id: provision.id,
              resolution: provision.resolution,
              paragraph: provision.paragraph,
              summary: provision.summary,
            },
          ]
        : [];
    }),
    citations: citations.map(({ id: citationId, passageId, bearing, credibility, quote, rebuttal, exhibitId }) => {
      const withheld = input.withheld.get(exhibitId);
      return {
        id: citationId,
        passageId,
        bearing,
        credibility,
        quote: withheld === undefined ? quote : `[words withheld: ${withheld}]`,
        rebuttal,
      };
    }),
  };
}

function toReason({ kind, sentence }: StatusReason): { kind: StatusReason['kind']; sentence: string } {
  return { kind, sentence };
}

export function chronologyOf({ input, exhibits }: GatheredBundle): BundleCase['chronology'] {
  const citations = input.findings.flatMap(finding => finding.claims.flatMap(claim => claim.citations));
  return exhibits
    .flatMap(exhibit => {
      if (exhibit.publishedOn === null) return [];
      const title = input.withheld.has(exhibit.id) ? 'withheld' : exhibit.title;
      const citationIds = citations.filter(citation => citation.exhibitId === exhibit.id).map(citation => citation.id);
      return [{ date: exhibit.publishedOn as string, text: `${exhibitNumber(exhibit.number)}: ${title}`, citationIds }];
    })
    .sort((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0));
}
