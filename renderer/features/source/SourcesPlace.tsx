import { Landmark } from 'lucide-react';
import { useState } from 'react';
import { useQuery } from '../../api/index.ts';
import { Empty, Failed, Loading, Panes } from '../../ui/index.ts';
import { useRoute } from '../../workbench/index.ts';
import { Dependents } from './Dependents.tsx';
import { NewSource } from './NewSource.tsx';
import { SourceDetail } from './SourceDetail.tsx';
import { SourceList } from './SourceList.tsx';
import './source.css';

/** Who and what the evidence comes from, how far each is to be relied on, and where each got its information. */
export function SourcesPlace() {
  const { sourceId } = useRoute();
  const sources = useQuery('source.list', {});
  const [creating, setCreating] = useState(false);
  const known = sources.data?.find(source => source.id === sourceId);
  const main = sources.error ? (
    <Failed error={sources.error} onRetry={sources.refetch} />
  ) : !sources.data ? (
    <Loading />
  ) : known ? (
    <SourceDetail key={known.id} sourceId={known.id} sources={sources.data} />
  ) : (
    <Empty
      icon={Landmark}
      title={sources.data.length === 0 ? 'No sources yet' : 'No source chosen'}
      text={
        sources.data.length === 0
          ? 'A source is who or what an exhibit comes from: a registry, a newspaper, a witness. The standard counts independent sources, so each needs a grade and its origins.'
          : 'Choose one on the left to see its grades, its origins and what rests on it.'
      }
    />
  );
  return (
    <>
      <Panes
        id="sources"
        left={<SourceList sources={sources.data} onNew={() => setCreating(true)} />}
        main={main}
        right={known ? <Dependents key={known.id} of={{ kind: 'source', id: known.id }} /> : undefined}
        leftLabel="Sources"
        mainLabel="Source"
        rightLabel="What rests on this?"
      />
      <NewSource open={creating} sources={sources.data ?? []} onClose={() => setCreating(false)} />
    </>
  );
}
