/** A case as a STIX 2.1 bundle. What comes in goes through `interchange.import`, as every other format of entities does. */
import { z } from 'zod';
import { LeavingChoice, Sending } from '../domain/departure/index.ts';
import { CaseId, EntityId } from '../kernel/ids.ts';
import { GrantedPath } from './grantedPath.ts';
import { EntitiesPreFlight } from './interchange.ts';
import { inquiry, job } from './operation.ts';

const Chosen = {
  caseId: CaseId,
  /** null: all of the case. Ties between those chosen go with them. */
  entityIds: z.array(EntityId).max(100_000).nullable().default(null),
  /** Findings as reports. */
  withFindings: z.boolean().default(true),
  audience: LeavingChoice.shape.audience,
};

export const stixContract = {
  /** As the export would gather it, without a file. */
  'stix.preFlight': inquiry(z.object(Chosen), EntitiesPreFlight),
  'stix.export': job(z.object({ ...Chosen, ...Sending.shape, to: GrantedPath })),
} as const;
