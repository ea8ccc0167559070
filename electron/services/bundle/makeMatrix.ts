/** Which claims of which finding bear on which provision, and what they still lack. */
import type { BundleMatrix } from '../../../shared/domain/bundle.ts';
import type { ClaimView } from '../../../shared/domain/finding.ts';
import { provisionName } from '../../../shared/domain/provision.ts';
import { weakestStatus } from '../../../shared/domain/standard.ts';
import type { GatheredBundle } from './gatherBundle.ts';

export function makeMatrix({ input }: GatheredBundle): BundleMatrix {
  const { provisions, findings } = input;
  return {
    provisions: provisions.map(provision => ({ ...provision, name: provisionName(provision) })),
    cells: findings.flatMap(finding =>
      provisions.flatMap(provision => {
        const claims = finding.claims.filter(claim => claim.provisionIds.includes(provision.id));
        if (claims.length === 0) return [];
        return [
          {
            findingId: finding.id,
            provisionId: provision.id,
            claimIds: claims.map(claim => claim.id),
            status: weakestStatus(claims.map(claim => claim.status)),
            supporting: countBearing(claims, 'supports'),
            contradicting: countBearing(claims, 'contradicts'),
            missing: [
              ...new Set(
                claims.flatMap(claim =>
                  claim.reasons.filter(reason => reason.kind === 'missing').map(reason => reason.sentence),
                ),
              ),
            ],
          },
        ];
      }),
    ),
  };
}

function countBearing(claims: readonly ClaimView[], bearing: string): number {
  return claims.flatMap(claim => claim.citations).filter(citation => citation.bearing === bearing).length;
}
