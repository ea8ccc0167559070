/** Copies between this source and others: said where sources are weighed, since such exhibits do not confirm each other. */
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { SourceId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Notice } from '../../ui/index.ts';

export function CopiesOfSource({ sourceId }: { sourceId: SourceId }) {
  const { data = [] } = useQuery('copy.listForSource', { sourceId });
  if (data.length === 0) return null;
  const pairs = data.map(
    ({ exhibit, other }) =>
      `${exhibitNumber(exhibit.number)} and ${exhibitNumber(other.number)} (${other.sourceName ?? 'no source on record'})`,
  );
  return (
    <Notice kind="warning">
      Accepted as copies: {pairs.join('; ')}. Copies do not confirm each other; record a common origin above if one
      source has it from the other.
    </Notice>
  );
}
