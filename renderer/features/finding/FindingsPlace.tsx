/** The findings of the case: the list, the finding in hand, and beside it the page that a citation leads to. */
import { BookMarked, X } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import type { FindingId } from '../../../shared/kernel/ids.ts';
import { Button, Empty, Failed, IconButton, Loading, PaneHeader, Panes } from '../../ui/index.ts';
import { useCommands, useNavigate, useRoute } from '../../workbench/index.ts';
import { ExhibitReading } from '../exhibit/index.ts';
import { FindingEditor } from './FindingEditor.tsx';
import { FindingList } from './FindingList.tsx';
import { useCreateFinding, useFinding, useFindings } from './useFinding.ts';
import './finding.css';

export function FindingsPlace() {
  const { caseId, findingId = null, exhibitId, at } = useRoute();
  const { go } = useNavigate();
  const findings = useFindings(caseId);
  const create = useCreateFinding(caseId);
  const [creating, setCreating] = useState(false);
  const roomy = useRoomy();
  useCommands([
    {
      id: 'finding.new',
      title: 'Begin a finding',
      section: 'Finding',
      shortcut: 'Shift+N',
      run: () => setCreating(true),
    },
  ]);

  const close = () => go({ exhibitId: undefined, at: undefined });
  const list = findings.data ? (
    <FindingList
      findings={findings.data}
      selected={findingId}
      onSelect={id => go({ findingId: id, exhibitId: undefined })}
      onCreate={create}
      creating={creating}
      onCreating={setCreating}
    />
  ) : (
    <>
      <PaneHeader level={1} title="Findings" />
      {findings.error ? (
        <Failed error={findings.error} onRetry={findings.refetch} />
      ) : (
        <Loading label="Reading the findings" />
      )}
    </>
  );
  const reading = exhibitId !== undefined && findingId !== null;
  return (
    <Panes
      id="findings"
      // A page beside the claims needs the room of the list where the window is small.
      left={reading && !roomy ? undefined : list}
      leftLabel="Findings"
      leftWidth={256}
      mainLabel="Finding"
      main={
        findingId === null ? (
          <Nothing any={(findings.data?.length ?? 0) > 0} onBegin={() => setCreating(true)} />
        ) : (
          <Open key={findingId} findingId={findingId} />
        )
      }
      right={
        reading ? (
          <div className="finding-reading">
            <header className="finding-reading-head">
              <span className="one-line">Cited page</span>
              <IconButton icon={X} label="Close the cited page" onPress={close} />
            </header>
            <ExhibitReading exhibitId={exhibitId} at={at} onClosed={close} />
          </div>
        ) : undefined
      }
      rightLabel="Cited page"
      rightWidth={600}
    />
  );
}

function Open({ findingId }: { findingId: FindingId }) {
  const { data, error, refetch } = useFinding(findingId);
  if (data) return <FindingEditor finding={data} />;
  return error ? <Failed error={error} onRetry={refetch} /> : <Loading label="Reading the finding" rows={12} />;
}

function Nothing({ any, onBegin }: { any: boolean; onBegin(): void }) {
  if (!any) return null;
  return (
    <Empty
      icon={BookMarked}
      title="Choose a finding"
      text="Its claims, what each rests on and what is missing open here."
      action={<Button onPress={onBegin}>Begin another</Button>}
    />
  );
}

const ROOMY = '(min-width: 1600px)';

function useRoomy(): boolean {
  return useSyncExternalStore(
    changed => {
      const query = window.matchMedia?.(ROOMY);
      query?.addEventListener('change', changed);
      return () => query?.removeEventListener('change', changed);
    },
    () => window.matchMedia?.(ROOMY).matches ?? false,
  );
}
