/** Reading an exhibit: tabs above, the page, its passages and what is known of it beside, and the pop-over that marks and cites. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { ExhibitId, PassageId } from '../../../../shared/kernel/ids.ts';
import { call, useQuery } from '../../../api/index.ts';
import { type AnchorRect, ReadingPane } from '../../../reader/index.ts';
import { Failed, Loading, Notice, Panes } from '../../../ui/index.ts';
import { type ReadingTarget, useCommands, useNavigate, useRoute } from '../../../workbench/index.ts';
import {
  type Citing,
  PassageMargin,
  SelectionPopover,
  useCiting,
  usePassageActions,
  usePassages,
} from '../../passage/index.ts';
import { EntityLink, EntityPopover, useTakingEntity } from '../../entity/index.ts';
import { copyForm } from '../../../../shared/domain/redaction.ts';
import { redactionMarksOf, RedactPopover, useRedacting, useRedactionMarks } from '../../redaction/index.ts';
import { usePageWish } from '../../recognition/index.ts';
import { keepTab, openTab, tabMemory } from '../openTabs.ts';
import { Beside, type BesideTab } from './Beside.tsx';
import { ExhibitTabs } from './ExhibitTabs.tsx';
import { PartsStrip } from './PartsStrip.tsx';
import { readingMarks } from './readingMarks.ts';
import { useReadingSource } from './useReadingSource.ts';
import './ExhibitReading.css';

export interface ExhibitReadingProps {
  exhibitId: ExhibitId;
  /** Where to open; a new object leads there again. */
  at?: ReadingTarget;
  /** The last tab was closed. Without it the route's exhibit is dropped. */
  onClosed?: () => void;
  /** Something else that wants the pane beside the page just now: several exhibits selected, evidence coming in. */
  beside?: BesideTab | null;
}

export function ExhibitReading({ exhibitId, at, onClosed, beside = null }: ExhibitReadingProps) {
  const { caseId } = useRoute();
  const { go } = useNavigate();
  useEffect(() => tabMemory.change(caseId, tabs => openTab(tabs, exhibitId)), [caseId, exhibitId]);
  return (
    <div className="exhibit-reading">
      <ExhibitTabs caseId={caseId} exhibitId={exhibitId} onClosed={onClosed ?? (() => go({ exhibitId: undefined }))} />
      <OpenExhibit key={exhibitId} exhibitId={exhibitId} at={at} beside={beside} />
    </div>
  );
}

function OpenExhibit({
  exhibitId,
  at,
  beside,
}: {
  exhibitId: ExhibitId;
  at?: ReadingTarget;
  beside: BesideTab | null;
}) {
  const { caseId } = useRoute();
  const { go } = useNavigate();
  const { data: exhibit, error, refetch } = useQuery('exhibit.get', { exhibitId });
  const { data: rendition } = useQuery('exhibit.rendition', { exhibitId });
  const source = useReadingSource(exhibit, rendition);
  const wishPage = usePageWish(exhibitId);
  const inHand = usePassages(caseId, exhibitId);
  const citing = useCiting(caseId, exhibitId);
  const taking = useTakingEntity(caseId, exhibitId);
  const beginEntity = () => {
    const { selection = null, anchor } = citing.state ?? {};
    if (!selection || !anchor || citing.state?.stage !== 'offer') return;
    citing.close();
    taking.begin(selection, anchor);
  };
  const redacting = useRedacting(exhibitId);
  const toRedact = useRedactionMarks(exhibitId);
  const beginRedaction = () => {
    const { selection = null, anchor } = citing.state ?? {};
    if (!selection || !anchor || citing.state?.stage !== 'offer') return;
    citing.close();
    redacting.begin(selection, anchor);
  };
  const actions = usePassageActions((passage, from) => citing.citeMarked(passage, rectOf(from)));
  const [picked, setPicked] = useState<ReadingTarget | null>(null);
  const [missed, setMissed] = useState(false);
  const target = picked ?? at ?? null;
  const selected: PassageId | null = target?.kind === 'passage' ? target.passageId : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place from outside takes over from what was picked here
  useEffect(() => {
    setPicked(null);
    setMissed(false);
  }, [at]);
  const openedAt = exhibit?.openedAt;
  useEffect(() => {
    // What fails here leaves it unread, and the next opening tries again.
    if (openedAt === null) call('exhibit.markOpened', { exhibitId }).catch(() => undefined);
  }, [exhibitId, openedAt]);
  const marks = useMemo(
    () => [...readingMarks(inHand.passages ?? [], inHand.citations, selected), ...redactionMarksOf(toRedact)],
    [inHand.passages, inHand.citations, selected, toRedact],
  );
  const entitiesOf = useEntitiesOf(exhibitId);
  useSelectionCommands(citing, beginEntity);
  const hasMarked = citing.state?.passage != null;
  useEffect(() => {
    if (hasMarked) tabMemory.change(caseId, tabs => keepTab(tabs, exhibitId));
  }, [hasMarked, caseId, exhibitId]);

  if (error && !exhibit) return <Failed error={error} onRetry={refetch} />;
  if (!exhibit || !source || rendition === undefined) return <Loading label="Opening the exhibit" rows={10} />;
  const page = (
    <div className="exhibit-reading-page">
      {exhibit.withdrawnAt && (
        <Notice kind="warning">
          This exhibit was withdrawn. It stays readable; what was cited from it no longer counts.
        </Notice>
      )}
      {missed && (
        <Notice kind="warning" onDismiss={() => setMissed(false)}>
          These words were not found on the page as it is drawn. The page is the right one; look for them by eye.
        </Notice>
      )}
      <ReadingPane
        exhibit={exhibit}
        source={source}
        marks={marks}
        target={target}
        onTargetReached={({ found }) => setMissed(!found)}
        onPageChange={wishPage}
        selectionTaken={
          (citing.state?.passage != null && citing.state.stage !== 'offer') || taking.state?.recorded != null
        }
        onSelection={(selection, anchor) => {
          if (selection) taking.close();
          citing.select(selection, anchor);
        }}
        onMarkPressed={passageId => setPicked({ kind: 'passage', passageId })}
        onSelectionKey={key => {
          if (key === 'M') citing.mark();
          else if (key === 'C') citing.cite();
          else beginEntity();
        }}
      />
      <PartsStrip
        mediaType={exhibit.mediaType}
        parts={exhibit.attachments}
        onOpen={partId => go({ exhibitId: partId })}
      />
    </div>
  );
  const passages = (
    <PassageMargin
      inHand={inHand}
      mediaType={exhibit.mediaType}
      selected={selected}
      onSelect={passageId =>
        setPicked(
          passageId ? { kind: 'passage', passageId } : { kind: 'page', pageIndex: pageOf(inHand.passages, selected) },
        )
      }
      actions={actions}
      entitiesOf={entitiesOf}
    />
  );
  return (
    <>
      <Panes
        id="reading"
        mainLabel="Pages"
        rightLabel="Passages and facts"
        rightWidth={284}
        main={page}
        right={
          <Beside
            exhibitId={exhibitId}
            passages={passages}
            passageCount={inHand.passages?.length}
            picked={picked}
            beside={beside}
          />
        }
      />
      <SelectionPopover
        citing={citing}
        caseId={caseId}
        onEntity={beginEntity}
        onRedact={copyForm(exhibit) === null ? undefined : beginRedaction}
      />
      <RedactPopover redacting={redacting} />
      <EntityPopover taking={taking} caseId={caseId} />
    </>
  );
}

/** Chips of the entities that rest on a passage of the exhibit. */
function useEntitiesOf(exhibitId: ExhibitId): (passageId: PassageId) => ReactNode {
  const { data } = useQuery('entity.ofExhibit', { exhibitId });
  return passageId => {
    const resting = data?.filter(one => one.passageIds.includes(passageId)) ?? [];
    return resting.length > 0 && resting.map(({ entity }) => <EntityLink key={entity.id} entity={entity} />);
  };
}

/** The palette offers what the pop-over does; in the page itself the reader hears M, C and E first. */
function useSelectionCommands(citing: Citing, beginEntity: () => void): void {
  const offered = citing.state?.stage === 'offer';
  useCommands([
    {
      id: 'passage.mark',
      title: 'Mark the selected passage',
      section: 'Passage',
      shortcut: 'M',
      when: offered,
      run: citing.mark,
    },
    {
      id: 'passage.cite',
      title: citing.claim ? `Cite it to “${citing.claim.text}”` : 'Cite the selected passage …',
      section: 'Passage',
      shortcut: 'C',
      when: offered,
      run: citing.cite,
    },
    {
      id: 'passage.entity',
      title: 'Make the selected words an entity, or take one of the vault …',
      section: 'Passage',
      shortcut: 'E',
      when: offered,
      run: beginEntity,
    },
  ]);
}

function pageOf(
  passages: readonly { id: PassageId; pageIndex: number }[] | undefined,
  passageId: PassageId | null,
): number {
  return passages?.find(passage => passage.id === passageId)?.pageIndex ?? 0;
}

function rectOf(element: Element): AnchorRect {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}
