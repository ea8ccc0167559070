/** What is marked for redaction on an exhibit, the copies made of it, and what it is a copy of itself. */
import { Eraser, Images, X } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import type { StandingMark } from '../../../shared/contract/redaction.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { type HandlingMark, handlingMarks } from '../../../shared/domain/handlingMark.ts';
import { copyForm, redactionReasonWords } from '../../../shared/domain/redaction.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { useCommand, useQuery } from '../../api/index.ts';
import { Button, countOf, Failed, IconButton, Mono, Section, Select, TextField } from '../../ui/index.ts';
import { useNavigate, useToast } from '../../workbench/index.ts';
import { markedPassageId } from './readingMarksOf.ts';
import { useMakeCopy } from './useMakeCopy.ts';
import { useRedactionMarks } from './useRedaction.ts';
import './redaction.css';

type Marked = Pick<Exhibit, 'id' | 'caseId' | 'number' | 'title' | 'mediaType' | 'pageCount' | 'handlingMark'>;

export interface RedactionsOfExhibitProps {
  exhibit: Marked;
  /** Of a document that is protected: it must be opened to be drawn. */
  password?: string;
}

export function RedactionsOfExhibit({ exhibit, password }: RedactionsOfExhibitProps) {
  const marks = useRedactionMarks(exhibit.id);
  const { data, error, refetch } = useQuery('redaction.ofExhibit', { exhibitId: exhibit.id });
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data || copyForm(exhibit) === null) return null;
  const { copies, copyOf } = data;
  return (
    <Section title="Redaction" count={marks.length > 0 ? marks.length : undefined} folded={isQuiet(marks, data)}>
      {copyOf && <CopyOf copyOf={copyOf} />}
      {marks.length > 0 && (
        <ul className="inspector-list" aria-label="Marked for redaction">
          {marks.map(mark => (
            <Mark key={mark.id} exhibitId={exhibit.id} standing={mark} />
          ))}
        </ul>
      )}
      {marks.length === 0 && !copyOf && (
        <p className="inspector-soft">
          Select words or a region in the page and choose Redact. A copy has them painted over for good; the original
          stays as it was admitted.
        </p>
      )}
      {copies.length > 0 && (
        <ul className="inspector-list" aria-label="Copies made of it">
          {copies.map(copy => (
            <Copy key={copy.exhibitId} copy={copy} />
          ))}
        </ul>
      )}
      {!copyOf && (
        <MakeCopy key={exhibit.id} exhibit={exhibit} markCount={marks.length} copies={copies} password={password} />
      )}
    </Section>
  );
}

type Redactions = OutputOf<'redaction.ofExhibit'>;

/** Folded where there is nothing to see: most exhibits go as they are. */
function isQuiet(marks: readonly StandingMark[], { copies, copyOf }: Redactions): true | undefined {
  return marks.length === 0 && copies.length === 0 && copyOf === null ? true : undefined;
}

function Mark({ exhibitId, standing: { id, mark } }: { exhibitId: ExhibitId; standing: StandingMark }) {
  const takeBack = useCommand('redaction.takeBack');
  const { go } = useNavigate();
  const where = mark.everywhere ? 'everywhere' : `p. ${mark.pageIndex + 1}`;
  const said = mark.words === '' ? 'a region' : `“${mark.words}”`;
  return (
    <li className="redaction-mark">
      <button
        type="button"
        className="inspector-link redaction-words"
        onClick={() =>
          go({
            exhibitId,
            at: { kind: 'passage', passageId: markedPassageId(id) },
          })
        }
      >
        <span className="one-line" dir="auto" title={mark.words}>
          {said}
        </span>
      </button>
      <span className="inspector-soft">
        {where}, {redactionReasonWords[mark.reason]}
        {mark.note !== '' && <span dir="auto">: {mark.note}</span>}
      </span>
      <IconButton
        icon={X}
        label={`Do not redact ${said}, ${where}`}
        onPress={() => void takeBack.run({ exhibitId, markId: id }).catch(() => {})}
      />
    </li>
  );
}

function Copy({ copy }: { copy: Redactions['copies'][number] }) {
  const { go } = useNavigate();
  const name = exhibitNumber(copy.number);
  return (
    <li>
      <button type="button" className="inspector-link" onClick={() => go({ exhibitId: copy.exhibitId })}>
        <Mono>{name}</Mono>
        <span>
          {copy.kind === 'redacted' ? `redacted, ${countOf(copy.marks.length, 'place')}` : 'copy without its file'}
        </span>
      </button>
    </li>
  );
}

function CopyOf({ copyOf }: { copyOf: NonNullable<Redactions['copyOf']> }) {
  const { go } = useNavigate();
  return (
    <p className="inspector-soft">
      {copyOf.kind === 'redacted' ? `A redacted copy (${countOf(copyOf.marks.length, 'place')}) of ` : 'A copy of '}
      <button type="button" className="redaction-link" onClick={() => go({ exhibitId: copyOf.originalId })}>
        {exhibitNumber(copyOf.originalNumber)}
      </button>
      . Of which exhibit does not leave with it.
      {copyOf.marks.some(mark => mark.words !== '') &&
        ' Look through every page before it goes: what a scan’s text misspells, or a picture shows, was not found.'}
    </p>
  );
}

const asOriginal = 'as-original';

function MakeCopy({
  exhibit,
  markCount,
  copies,
  password,
}: {
  exhibit: Marked;
  markCount: number;
  copies: Redactions['copies'];
  password?: string;
}) {
  const toast = useToast();
  const [title, setTitle] = useState('');
  const [mark, setMark] = useState<HandlingMark | typeof asOriginal>(asOriginal);
  const making = useMakeCopy((_, number) => {
    setTitle('');
    toast({ text: `${exhibitNumber(number)} is the copy of ${exhibitNumber(exhibit.number)}.` });
  });
  const make = (kind: 'redacted' | 'pixels-only') =>
    making.make({
      exhibitId: exhibit.id,
      kind,
      title: title.trim(),
      handlingMark: mark === asOriginal ? null : mark,
      password,
    });
  const inPixels = copyForm(exhibit) === 'pictures';
  return (
    <div className="redaction-make">
      {markCount > 0 && (
        <>
          <TextField
            label="Title of the copy"
            value={title}
            onChange={setTitle}
            maxLength={500}
            placeholder="Redacted copy"
            hint="The title of the original may tell what is painted over."
          />
          <Select
            label="Handling mark of the copy"
            value={mark}
            options={[
              { value: asOriginal, label: `As the original (${exhibit.handlingMark})` },
              ...handlingMarks.map(value => ({ value, label: value })),
            ]}
            onChange={setMark}
          />
        </>
      )}
      {making.error && <Failed error={making.error} />}
      <div className="inspector-actions">
        {markCount > 0 && (
          <Button kind="primary" icon={Eraser} busy={making.busy} onPress={() => make('redacted')}>
            Make the redacted copy
          </Button>
        )}
        {!copies.some(copy => copy.kind === 'pixels-only') && (
          <Button kind="quiet" icon={Images} busy={making.busy} onPress={() => make('pixels-only')}>
            {inPixels ? 'Copy the pixels alone' : 'Copy the words alone'}
          </Button>
        )}
      </div>
    </div>
  );
}
