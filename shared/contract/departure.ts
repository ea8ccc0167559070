import { z } from 'zod';
import { Departure, DepartureList, SourceDisclosure } from '../domain/departure/index.ts';
import { CaseId, DepartureId } from '../kernel/ids.ts';
import { GrantedPath } from './grantedPath.ts';
import { command, host, query } from './operation.ts';

const disclosureOf = SourceDisclosure.pick({ caseId: true, sourceId: true, recipient: true, reason: true });

export const departureContract = {
  /** What left of a case, the latest first. */
  'departure.list': query(
    z.object({
      caseId: CaseId,
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().positive().max(500).default(100),
    }),
    z.object({ departures: z.array(Departure), total: z.number().int() }),
  ),
  /** The list of what left, as a text file with tabs, or as JSON whose digest is the one on record. */
  'departure.saveList': host(
    z.object({ departureId: DepartureId, format: z.enum(['text', 'json']).default('text'), to: GrantedPath }),
    z.object({ path: z.string() }),
  ),
  /** Telling a confidential source's name is asked for, and then asked for again; each step is on record. */
  'departure.askDisclosure': command(disclosureOf, SourceDisclosure),
  'departure.confirmDisclosure': command(disclosureOf, SourceDisclosure),
  'departure.takeBackDisclosure': command(disclosureOf, SourceDisclosure),
  'departure.disclosures': query(z.object({ caseId: CaseId }), z.array(SourceDisclosure)),
  'departure.get': query(z.object({ departureId: DepartureId }), Departure.extend({ list: DepartureList })),
} as const;
