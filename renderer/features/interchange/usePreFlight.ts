/** What an export of entities would hold, as the core gathers it for the format chosen; read anew when what it rests on changed. */
import { useRef } from 'react';
import type { EntitiesPreFlight } from '../../../shared/contract/interchange.ts';
import type { AudienceId } from '../../../shared/domain/departure/index.ts';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import { type QueryResult, useQuery } from '../../api/index.ts';
import type { LeavingFormat } from './formatWords.ts';

interface Choice {
  caseId: CaseId;
  entityIds: EntityId[] | null;
  audience: AudienceId | null;
}

export interface PreFlightRead extends QueryResult<EntitiesPreFlight> {
  /** While another choice is looked at, the last answer, so that nothing jumps; `data` is of this very choice. */
  shown: EntitiesPreFlight | undefined;
}

export function usePreFlight(choice: Choice, format: LeavingFormat, withFindings: boolean): PreFlightRead {
  const isStix = format === 'stix';
  const ofStix = useQuery('stix.preFlight', { ...choice, withFindings }, { skip: !isStix });
  const ofEntities = useQuery('interchange.preFlight', { ...choice, format }, { skip: isStix });
  const read = isStix ? ofStix : ofEntities;
  const last = useRef(read.data);
  if (read.data) last.current = read.data;
  return { ...read, shown: last.current };
}
