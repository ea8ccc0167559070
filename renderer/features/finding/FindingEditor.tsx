/** The finding in hand: what is missing, its claims beside its narrative, those named, and the elements matrix. */
import { useMemo, useRef, useState } from 'react';
import type { FindingView } from '../../../shared/domain/finding.ts';
import type { CitationId, ClaimId } from '../../../shared/kernel/ids.ts';
import { EntityId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { Segmented, Tabs, TextArea } from '../../ui/index.ts';
import { useCommands, useNavigate } from '../../workbench/index.ts';
import { type CitedPassage, standsOpen } from '../citation/index.ts';
import { ProvisionPicker, useProvisions } from '../provision/index.ts';
import { ClaimsColumn } from './ClaimsColumn.tsx';
import { ElementsTab } from './ElementsTab.tsx';
import { FindingHead } from './FindingHead.tsx';
import { MissingList } from './MissingList.tsx';
import { missingLines } from './missing.ts';
import { NarrativeEditor, type NarrativeHandle } from './narrative/NarrativeEditor.tsx';
import { Participants } from './Participants.tsx';
import { useCaseRequests, useFindingActions } from './useFinding.ts';
import { type MendHere, useMend } from './useMend.ts';

type Part = 'write' | 'named' | 'elements';
const noIds: readonly string[] = [];

export function FindingEditor({ finding }: { finding: FindingView }) {
  const { go } = useNavigate();
  const actions = useFindingActions(finding);
  const requests = useCaseRequests(finding.caseId);
  const [part, setPart] = useState<Part>('write');
  /** Where both columns do not fit side by side, one is shown. */
  const [column, setColumn] = useState<'claims' | 'narrative'>('claims');
  const [unfolded, setUnfolded] = useState<CitationId | null>(null);
  const [measuring, setMeasuring] = useState<ClaimId | null>(null);
  const narrative = useRef<NarrativeHandle>(null);
  const addClaim = useRef<{ focus(): void }>(null);
  const lines = useMemo(() => missingLines(finding), [finding]);
  const provisionIds = useMemo(() => finding.claims.flatMap(claim => claim.provisionIds), [finding.claims]);
  const provisions = useProvisions(provisionIds.length === 0 ? noIds : provisionIds);
  const measured = finding.claims.find(claim => claim.id === measuring);

  const read = ({ passageId, exhibitId }: CitedPassage) => {
    const opened = ExhibitId.safeParse(exhibitId);
    if (opened.success) go({ exhibitId: opened.data, at: { kind: 'passage', passageId } });
  };
  const citations = finding.claims.flatMap(claim => claim.citations);
  const readById = (id: CitationId) => {
    const citation = citations.find(one => one.id === id);
    if (citation) read(citation);
  };
  const showClaim = (id: ClaimId) => {
    setPart('write');
    setColumn('claims');
    go({ claimId: id }, { replace: true });
  };
  const here = useMemo<MendHere>(
    () => ({
      choose: id => setMeasuring(id as ClaimId),
      show: (id, exhibitId) => {
        setPart('write');
        setColumn('claims');
        const claim = finding.claims.find(one => one.id === id);
        const open = claim?.citations.find(citation => citation.exhibitId === exhibitId && standsOpen(citation));
        if (open) setUnfolded(open.id);
        go({ claimId: id as ClaimId }, { replace: true });
      },
      addClaim: () => {
        setPart('write');
        setColumn('claims');
        addClaim.current?.focus();
      },
    }),
    [finding.claims, go],
  );
  const mend = useMend(finding, here);
  useCommands([
    { id: 'finding.add-claim', title: 'Add a claim', section: 'Finding', shortcut: 'Shift+C', run: here.addClaim },
    { id: 'finding.claims', title: 'Show claims and narrative', section: 'Finding', run: () => setPart('write') },
    { id: 'finding.named', title: 'Show those named', section: 'Finding', run: () => setPart('named') },
    { id: 'finding.elements', title: 'Show the elements matrix', section: 'Finding', run: () => setPart('elements') },
  ]);

  return (
    <div className="finding">
      <FindingHead finding={finding} actions={actions} />
      <MissingList lines={lines} claimCount={finding.claims.length} onMend={mend} />
      <div className="finding-tabs">
        <Tabs
          label="Parts of the finding"
          value={part}
          onChange={setPart}
          tabs={[
            { id: 'write', label: 'Claims and narrative' },
            { id: 'named', label: 'Those named', count: finding.participants.length },
            { id: 'elements', label: 'Elements matrix' },
          ]}
        />
        {part === 'write' && (
          <div className="finding-column-choice">
            <Segmented
              label="Column"
              options={[
                { value: 'claims', label: 'Claims' },
                { value: 'narrative', label: 'Narrative' },
              ]}
              value={column}
              onChange={setColumn}
            />
          </div>
        )}
      </div>
      {/* Kept while another part is shown: the cursor and the undo history of the text live in it. */}
      <div className="finding-columns" data-shown={column} hidden={part !== 'write'}>
        <section className="finding-claims" aria-label="Claims">
          <ClaimsColumn
            finding={finding}
            actions={actions}
            provisions={provisions}
            unfolded={unfolded}
            onUnfold={setUnfolded}
            onProvisions={setMeasuring}
            onRead={read}
            onPutInText={citation => {
              setColumn('narrative');
              narrative.current?.insertCitation(citation.id);
            }}
            addRef={addClaim}
          />
        </section>
        <section className="finding-narrative" aria-label="Narrative">
          <NarrativeEditor ref={narrative} finding={finding} onOpen={readById}>
            <div className="finding-alternatives">
              <TextArea
                label="Alternative explanations, and why they were set aside"
                value={finding.alternatives}
                maxLength={20_000}
                serif
                placeholder="What else could explain the evidence?"
                onCommit={actions.setAlternatives}
              />
            </div>
          </NarrativeEditor>
        </section>
      </div>
      {part === 'named' && (
        <Participants
          finding={finding}
          requests={requests.data ?? []}
          actions={actions}
          onRequest={({ name, entityId }) => {
            const id = EntityId.safeParse(entityId);
            go({
              place: 'requests',
              findingId: finding.id,
              query: name,
              ...(id.success ? { entityId: id.data } : {}),
            });
          }}
        />
      )}
      {part === 'elements' && (
        <ElementsTab finding={finding} provisions={provisions} onClaim={showClaim} onRead={readById} />
      )}
      <ProvisionPicker
        open={measured !== undefined}
        claimText={measured?.text ?? ''}
        chosen={measured?.provisionIds ?? []}
        onToggle={({ id }) => {
          if (!measured) return;
          const held = measured.provisionIds;
          actions.measure(measured, held.includes(id) ? held.filter(one => one !== id) : [...held, id]);
        }}
        onClose={() => setMeasuring(null)}
      />
    </div>
  );
}
