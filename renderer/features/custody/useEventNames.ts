import type { CustodyEvent } from '../../../shared/domain/custody.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { findingName } from '../../../shared/domain/finding.ts';
import { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import type { EventNames } from './custodyWords.ts';

/** Names of what an event was about. Only rows in view ask; what several rows ask for is read once. */
export function useEventNames(event: CustodyEvent): EventNames & { exhibitId?: ExhibitId; findingId?: string } {
  const exhibitId = ExhibitId.safeParse(event.exhibitId).data;
  const caseId = CaseId.safeParse(event.caseId).data;
  const of = (...concepts: string[]) => concepts.includes(event.action.split('-')[0] ?? '');
  const aboutFinding = caseId !== undefined && of('finding', 'claim', 'status');
  const aboutRequest = caseId !== undefined && of('request');
  const exhibit = useQuery('exhibit.get', { exhibitId: exhibitId as ExhibitId }, { skip: exhibitId === undefined });
  const findings = useQuery('finding.list', { caseId: caseId as CaseId }, { skip: !aboutFinding });
  const requests = useQuery('request.list', { caseId: caseId as CaseId }, { skip: !aboutRequest });
  const sources = useQuery('source.list', {}, { skip: !of('source') });
  const finding = aboutFinding ? findings.data?.find(one => findingName(one) === event.details.finding) : undefined;
  return {
    ...(exhibitId && { exhibitId }),
    ...(exhibit.data && { exhibit: `${exhibitNumber(exhibit.data.number)} ${exhibit.data.title}` }),
    ...(finding && { finding: `${findingName(finding)} ${finding.title}`, findingId: finding.id }),
    ...nameOf('source', sources.data?.find(one => one.id === event.subject)?.name),
    ...nameOf('addressee', requests.data?.find(one => one.id === event.subject)?.addressee),
  };
}

function nameOf<Key extends string>(key: Key, name: string | undefined): { [K in Key]?: string } {
  return (name === undefined ? {} : { [key]: name }) as { [K in Key]?: string };
}
