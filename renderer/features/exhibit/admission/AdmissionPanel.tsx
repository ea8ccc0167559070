/** The drop in hand: its progress, the fields for all of it, and afterwards what was admitted, linked and refused. */
import { X } from 'lucide-react';
import { useState } from 'react';
import { AdmissionDefaults, type ExhibitChange } from '../../../../shared/domain/exhibit.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { isOver } from '../../../../shared/kernel/job.ts';
import type { ErrorReport } from '../../../../shared/kernel/errors.ts';
import { call, reportOf, useCommand, useJob, useQuery } from '../../../api/index.ts';
import { Button, Failed, IconButton, Notice, Progress, Section } from '../../../ui/index.ts';
import { type UndoableStep, useUndo } from '../../../workbench/index.ts';
import { changeLabel, type Editable, stepsBack } from '../bulkEdit.ts';
import { useCaseMemory } from '../../memory/index.ts';
import { admissionSentence, arrivedOf, type Drop, dropMemory, giveToDrop } from '../drop.ts';
import { type FieldValues, ProvenanceFields } from '../inspector/ProvenanceFields.tsx';
import { readFormer, UNDO_LIMIT } from '../useExhibitEdit.ts';
import { Refusals } from './Refusals.tsx';
import '../inspector/inspector.css';

export function AdmissionPanel({ caseId, drop }: { caseId: CaseId; drop: Drop }) {
  const [, change] = useCaseMemory(dropMemory, caseId);
  const job = useJob(drop.jobId);
  const state = job?.status.state ?? 'queued';
  const over = isOver(state);
  return (
    <div className="inspector">
      <header className="inspector-head">
        <div className="admission-head">
          <h2 className="inspector-title">{over ? 'Evidence given' : 'Evidence coming in'}</h2>
          <IconButton icon={X} label="Put this away" onPress={() => change(now => now && { ...now, open: false })} />
        </div>
        <p className="inspector-soft one-line" title={drop.names.join(', ')}>
          {drop.names.join(', ')}
        </p>
        <AdmissionState drop={drop} />
      </header>
      <Section title="For all of it">
        <p className="inspector-soft">Given to every exhibit of this drop, those still coming included.</p>
        <DropFields caseId={caseId} drop={drop} />
      </Section>
      <Refusals caseId={caseId} jobId={drop.jobId} />
    </div>
  );
}

function AdmissionState({ drop }: { drop: Drop }) {
  const job = useJob(drop.jobId);
  const cancel = useCommand('job.cancel');
  const resume = useCommand('job.resume');
  const { data: counts } = useQuery('exhibit.admissions', { jobId: drop.jobId, limit: 1 });
  const status = job?.status;
  const sentence = counts && <p className="admission-counts">{admissionSentence(counts)}</p>;
  const again = (
    <Button
      kind="primary"
      busy={resume.running}
      problem={resume.error}
      onPress={() => void resume.run({ jobId: drop.jobId }).catch(() => undefined)}
    >
      Go on
    </Button>
  );
  if (!status || status.state === 'queued' || status.state === 'running') {
    const progress = status?.state === 'running' ? status.progress : null;
    return (
      <div className="admission-running">
        <Progress done={progress?.done ?? 0} total={progress?.total ?? null} label="files" />
        {progress?.note && <p className="inspector-soft one-line">{progress.note}</p>}
        {counts && counts.refused > 0 && sentence}
        <Button
          busy={cancel.running}
          problem={cancel.error}
          onPress={() => void cancel.run({ jobId: drop.jobId }).catch(() => undefined)}
        >
          Stop
        </Button>
      </div>
    );
  }
  return (
    <div className="admission-running">
      {sentence}
      {status.state === 'failed' && <Failed error={status.error} />}
      {status.state === 'cancelled' && <Notice>Stopped. What was admitted stays; going on takes the rest.</Notice>}
      {status.state === 'interrupted' && (
        <Notice kind="warning">
          Interrupted before it was done. What was admitted is safe; going on takes the rest.
        </Notice>
      )}
      {status.state !== 'succeeded' && again}
    </div>
  );
}

/** The state of a drop's fields: what was given to all of it, else empty. */
export function dropValues(fields: AdmissionDefaults): FieldValues {
  return {
    sourceId: { same: true, value: fields.sourceId ?? null },
    obtainedHow: { same: true, value: fields.obtainedHow ?? '' },
    obtainedOn: { same: true, value: fields.obtainedOn ?? null },
    obtainedBy: { same: true, value: fields.obtainedBy ?? '' },
    publishedOn: { same: true, value: fields.publishedOn ?? null },
    handlingMark: fields.handlingMark === undefined ? { same: false } : { same: true, value: fields.handlingMark },
  };
}

function DropFields({ caseId, drop }: { caseId: CaseId; drop: Drop }) {
  const undo = useUndo();
  const [error, setError] = useState<ErrorReport | null>(null);
  const give = async (change: ExhibitChange) => {
    setError(null);
    try {
      const fields = AdmissionDefaults.parse(change);
      const ids = await arrivedOf(caseId, drop.jobId);
      const former = ids.length <= UNDO_LIMIT ? await readFormer(ids) : null;
      await giveToDrop(caseId, fields);
      if (former) undo.push(undoableGift(caseId, drop.fields, fields, former));
    } catch (failure) {
      setError(reportOf(failure));
    }
  };
  return (
    <>
      <ProvenanceFields values={dropValues(drop.fields)} onChange={change => void give(change)} unset={dropUnset} />
      {error && <Failed error={error} />}
    </>
  );
}

/** What holds where a drop says nothing. */
const dropUnset = { handlingMark: 'As the case has it', obtainedBy: 'You, unless said otherwise' };

/** Taken back, what has arrived gets what it had, and what is still coming nothing of it. */
function undoableGift(
  caseId: CaseId,
  before: AdmissionDefaults,
  fields: AdmissionDefaults,
  former: readonly Editable[],
): UndoableStep {
  return {
    label: changeLabel(fields, former.length, 'the drop'),
    undo: async () => {
      for (const step of stepsBack(former, fields)) await call('exhibit.update', step);
      dropMemory.change(caseId, now => now && { ...now, fields: before });
    },
    redo: () => giveToDrop(caseId, fields),
  };
}
