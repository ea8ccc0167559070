/**
 * What the files that go tell of people, and what in them is active; for each what can be done about it: leave it out, or send
 * a copy of its pixels alone.
 */
import { Ban, Images } from 'lucide-react';
import type { ExhibitTraces } from '../../../shared/contract/report.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { Badge, Button, Failed } from '../../ui/index.ts';
import { useMakeCopy } from '../redaction/index.ts';
import './departure.css';

const kindWords: Record<ExhibitTraces['kinds'][number], string> = {
  place: 'place',
  person: 'person',
  device: 'device',
  changes: 'tracked changes',
  comments: 'comments',
  hidden: 'hidden words',
  active: 'active content',
  paths: 'folders',
  'confidential-source': 'confidential source',
  redaction: 'to be redacted',
};

const formWords = { pictures: 'Send pixels alone', words: 'Send words alone' };

export interface TracesListProps {
  traces: readonly ExhibitTraces[];
  onLeaveOut(id: ExhibitId): void;
  onInPlace(originalId: ExhibitId, copyId: ExhibitId): void;
  onOpenExhibit(id: ExhibitId): void;
}

export function TracesList({ traces, ...actions }: TracesListProps) {
  if (traces.length === 0) return null;
  return (
    <section aria-labelledby="traces-title" className="traces">
      <h3 id="traces-title">What the files tell</h3>
      <p className="departure-soft">
        Exhibits go as they were admitted. Where that may harm somebody, leave one out, or send a copy of its pixels or
        words without the file.
      </p>
      <ul>
        {traces.map(trace => (
          <Trace key={trace.exhibitId} trace={trace} {...actions} />
        ))}
      </ul>
    </section>
  );
}

function Trace({
  trace,
  onLeaveOut,
  onInPlace,
  onOpenExhibit,
}: { trace: ExhibitTraces } & Omit<TracesListProps, 'traces'>) {
  const name = exhibitNumber(trace.exhibitNumber);
  const copying = useMakeCopy(copyId => onInPlace(trace.exhibitId, copyId));
  return (
    <li className="trace">
      <p className="trace-words" dir="auto">
        {trace.sentence}
      </p>
      <p className="trace-kinds">
        {trace.kinds.map(kind => (
          <Badge key={kind}>{kindWords[kind]}</Badge>
        ))}
      </p>
      <div className="trace-actions">
        <Button kind="quiet" label={`Open ${name}`} onPress={() => onOpenExhibit(trace.exhibitId)}>
          Open
        </Button>
        <Button kind="quiet" icon={Ban} label={`Leave out ${name}`} onPress={() => onLeaveOut(trace.exhibitId)}>
          Leave out
        </Button>
        {trace.copies.map(copy => (
          <Button
            key={copy.exhibitId}
            kind="quiet"
            icon={Images}
            onPress={() => onInPlace(trace.exhibitId, copy.exhibitId)}
          >
            {`Send ${copy.kind === 'redacted' ? 'the redacted copy' : 'the copy'}, ${exhibitNumber(copy.exhibitNumber)}`}
          </Button>
        ))}
        {trace.copyForm && !trace.copies.some(copy => copy.kind === 'pixels-only') && (
          <Button
            kind="quiet"
            icon={Images}
            busy={copying.busy}
            label={`${formWords[trace.copyForm]}, ${name}`}
            onPress={() => copying.make({ exhibitId: trace.exhibitId, kind: 'pixels-only' })}
          >
            {formWords[trace.copyForm]}
          </Button>
        )}
      </div>
      {copying.error && <Failed error={copying.error} />}
    </li>
  );
}
