/** One record: what it says, for which exhibit, what taking it over would fill and add, and the decision. */
import { useId, useState } from 'react';
import type { ReferenceRow } from '../../../shared/contract/reference.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { Button, Chip, Fact, Facts, InstantText, Notice } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { ExhibitCombobox } from './ExhibitCombobox.tsx';
import { fieldsOf, fieldWord, reasonWords, titleOf } from './referenceWords.ts';

export interface ReferenceDetailProps {
  caseId: CaseId;
  row: ReferenceRow;
  busy: boolean;
  onAccept(exhibitId: ExhibitId): void;
  onReject(): void;
  onReopen(): void;
}

interface Named {
  exhibitId: ExhibitId;
  number: number;
  title: string;
}

export function ReferenceDetail({ caseId, row, busy, onAccept, onReject, onReopen }: ReferenceDetailProps) {
  const { item, state, candidates } = row;
  const [other, setOther] = useState<Named | null>(null);
  const [picked, setPicked] = useState<ExhibitId | null>(candidates[0]?.exhibitId ?? null);
  const open = state === 'proposed' || state === 'unmatched';
  const offered = other && !candidates.some(({ exhibitId }) => exhibitId === other.exhibitId) ? other : null;
  const name = useId();
  return (
    <section className="reference-detail" aria-label={`Record ${row.row}`}>
      <h3 className="reference-title" dir="auto">
        {titleOf(item)}
      </h3>
      {open && (
        <fieldset className="reference-candidates">
          <legend className="field-label">
            {candidates.length > 0 ? 'Is the record of' : 'No exhibit was found for it'}
          </legend>
          {candidates.map(one => (
            <Candidate
              key={one.exhibitId}
              name={name}
              exhibit={one}
              checked={picked === one.exhibitId}
              onPick={() => setPicked(one.exhibitId)}
              why={one.reasons.map(reason => reasonWords[reason]).join(', ')}
              change={changeWords(one)}
            />
          ))}
          {offered && (
            <Candidate
              name={name}
              exhibit={offered}
              checked={picked === offered.exhibitId}
              onPick={() => setPicked(offered.exhibitId)}
              why="chosen by you"
              change=""
            />
          )}
          <ExhibitCombobox
            caseId={caseId}
            label={candidates.length > 0 ? 'Of another exhibit' : 'Of the exhibit'}
            onChoose={({ id, number, title }) => {
              setOther({ exhibitId: id, number, title });
              setPicked(id);
            }}
          />
        </fieldset>
      )}
      {state === 'known' && (
        <Notice kind="info">
          {candidates[0] ? exhibitNumber(candidates[0].number) : 'The exhibit'} says all of this already; there is
          nothing to decide.
        </Notice>
      )}
      {row.decidedAt && (
        <p className="reference-soft">
          {state === 'accepted' ? 'Taken over' : 'Left out'} by <span dir="auto">{row.decidedBy}</span>,{' '}
          <InstantText at={row.decidedAt} withTime />
          {state === 'accepted' && <AcceptedFor row={row} />}
        </p>
      )}
      <div className="reference-line">
        {open && (
          <>
            <Button
              kind="primary"
              busy={busy}
              disabled={picked === null}
              onPress={() => picked !== null && onAccept(picked)}
            >
              Take over
            </Button>
            <Button busy={busy} onPress={onReject}>
              Leave out
            </Button>
          </>
        )}
        {(state === 'accepted' || state === 'rejected') && (
          <Button busy={busy} onPress={onReopen}>
            Decide anew
          </Button>
        )}
      </div>
      <Facts>
        {fieldsOf(item).map(({ field, text }) => (
          <Fact key={field} name={fieldWord(field)}>
            <span className="reference-value" dir="auto">
              {text}
            </span>
          </Fact>
        ))}
      </Facts>
    </section>
  );
}

function changeWords({ fills, adds }: ReferenceRow['candidates'][number]): string {
  const parts = [
    ...(fills.length > 0
      ? [`fills ${fills.map(({ field, value }) => `${fieldWord(field)} (${value})`).join(', ')}`]
      : []),
    ...(adds.length > 0 ? [`adds ${adds.map(fieldWord).join(', ')}`] : []),
  ];
  return parts.join('; ');
}

interface CandidateProps {
  name: string;
  exhibit: Named;
  checked: boolean;
  onPick(): void;
  why: string;
  change: string;
}

function Candidate({ name, exhibit, checked, onPick, why, change }: CandidateProps) {
  return (
    <label className="reference-candidate">
      <input type="radio" name={name} checked={checked} onChange={onPick} />
      <span>
        <span className="reference-candidate-name" dir="auto">
          {exhibitNumber(exhibit.number)} {exhibit.title}
        </span>
        <span className="reference-soft" dir="auto">
          {[why, change].filter(Boolean).join('. It ')}
        </span>
      </span>
    </label>
  );
}

function AcceptedFor({ row: { exhibitId, candidates } }: { row: ReferenceRow }) {
  const { go } = useNavigate();
  if (exhibitId === null) return null;
  const known = candidates.find(one => one.exhibitId === exhibitId);
  return (
    <>
      {' for '}
      <Chip
        kind="exhibit"
        label={known ? exhibitNumber(known.number) : 'its exhibit'}
        onPress={() => go({ place: 'exhibits', exhibitId })}
      />
    </>
  );
}
