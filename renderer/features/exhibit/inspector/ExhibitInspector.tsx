/** One exhibit, whole: what it is, where it came from, what rests on it, and what was done with it. */
import { Download, Undo2 } from 'lucide-react';
import { exhibitNumber, type ExhibitChange } from '../../../../shared/domain/exhibit.ts';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';
import { call, desktop, reportOf, useQuery } from '../../../api/index.ts';
import {
  Badge,
  Button,
  Failed,
  GradeMark,
  HandlingTag,
  InstantText,
  Loading,
  Mono,
  Section,
  TextField,
} from '../../../ui/index.ts';
import { useNavigate, useToast } from '../../../workbench/index.ts';
import { CompartmentOfExhibit } from '../../compartment/index.ts';
import { CommentsSection } from '../../comment/index.ts';
import { CopiesOfExhibit } from '../../copy/index.ts';
import { FoundInText } from '../../proposal/index.ts';
import { LostPassages, RecognitionOfExhibit } from '../../recognition/index.ts';
import { RedactionsOfExhibit } from '../../redaction/index.ts';
import { ExhibitRecord } from '../../reference/index.ts';
import { ThreadOfExhibit } from '../../thread/index.ts';
import { TranslationsOfExhibit } from '../../translation/index.ts';
import { commonValue, type EditableField } from '../bulkEdit.ts';
import { isProblem, typeWord } from '../exhibitWords.ts';
import { passwordOf } from '../passwords.ts';
import { useExhibitEdit } from '../useExhibitEdit.ts';
import { CustodyOfExhibit } from './CustodyOfExhibit.tsx';
import { ExhibitFacts, type ExhibitInFull } from './ExhibitFacts.tsx';
import { FoundInFile } from './FoundInFile.tsx';
import { proposedLanguages } from './proposedLanguages.ts';
import { ProvenanceFields, type FieldValues } from './ProvenanceFields.tsx';
import { ReadAgain } from './ReadAgain.tsx';
import { ReadingProblem } from './ReadingProblem.tsx';
import { RestsOnThis } from './RestsOnThis.tsx';
import { Withdrawal } from './Withdrawal.tsx';
import './inspector.css';

export function ExhibitInspector({ exhibitId }: { exhibitId: ExhibitId }) {
  const { data: exhibit, error, refetch } = useQuery('exhibit.get', { exhibitId });
  const { data: rendition } = useQuery('exhibit.rendition', { exhibitId });
  const edit = useExhibitEdit();
  if (error && !exhibit) return <Failed error={error} onRetry={refetch} />;
  if (!exhibit) return <Loading label="Reading the exhibit" rows={8} />;
  const save = (change: ExhibitChange) => void edit.save([exhibit.id], change, exhibitNumber(exhibit.number));
  return (
    <div className="inspector">
      <Head exhibit={exhibit} />
      {isProblem(exhibit.reading) && (
        <Section title="Could not be read">
          <ReadingProblem exhibits={[exhibit]} />
        </Section>
      )}
      <RecognitionOfExhibit exhibit={exhibit} password={passwordOf(exhibit.caseId, exhibit.id)} />
      <LostPassages caseId={exhibit.caseId} exhibitId={exhibit.id} />
      <Provenance exhibit={exhibit} proposed={proposedLanguages(exhibit, rendition)} />
      <Family exhibit={exhibit} />
      <ThreadOfExhibit exhibitId={exhibit.id} />
      <CopiesOfExhibit exhibit={{ exhibitId: exhibit.id, number: exhibit.number, title: exhibit.title }} />
      <TranslationsOfExhibit exhibit={exhibit} />
      <CommentsSection key={`comments ${exhibit.id}`} subject={{ kind: 'exhibit', id: exhibit.id }} />
      <RedactionsOfExhibit exhibit={exhibit} password={passwordOf(exhibit.caseId, exhibit.id)} />
      <Section title="What rests on this?" folded>
        <RestsOnThis of={{ kind: 'exhibit', id: exhibit.id }} />
      </Section>
      {exhibit.pageCount > 0 && (
        <Section title="Names in this exhibit" folded>
          <FoundInText
            exhibitId={exhibit.id}
            pageCount={exhibit.pageCount}
            onPublished={exhibit.publishedOn === null ? publishedOn => save({ publishedOn }) : undefined}
          />
        </Section>
      )}
      <ExhibitFacts exhibit={exhibit} rendition={rendition} />
      <FoundInFile rendition={rendition} />
      <Section title="Record for bibliographies" folded>
        <ExhibitRecord exhibitId={exhibit.id} />
      </Section>
      <Section title="Read it again" folded>
        <ReadAgain exhibits={[exhibit]} />
      </Section>
      <Section title="Custody" folded>
        <CustodyOfExhibit exhibitId={exhibit.id} />
      </Section>
      <Section title="Out of the vault, out of the case">
        <div className="inspector-actions">
          <SaveBytes exhibit={exhibit} />
          <Withdrawal exhibit={exhibit} />
          <CompartmentOfExhibit key={`compartment ${exhibit.id}`} exhibit={exhibit} />
        </div>
      </Section>
    </div>
  );
}

function Head({ exhibit }: { exhibit: ExhibitInFull }) {
  const { data: sources } = useQuery('source.list', {});
  const source = sources?.find(one => one.id === exhibit.sourceId);
  return (
    <header className="inspector-head">
      <h2 className="inspector-title" dir="auto" title={exhibit.title}>
        {exhibit.title}
      </h2>
      <p className="inspector-line">
        <Mono>{exhibitNumber(exhibit.number)}</Mono>
        <span>{typeWord(exhibit.mediaType)}</span>
        <GradeMark reliability={source?.reliability ?? null} />
        <HandlingTag mark={exhibit.handlingMark} />
        {exhibit.withdrawnAt && <Badge tone="problem">withdrawn</Badge>}
      </p>
    </header>
  );
}

const fields = [
  'sourceId',
  'obtainedHow',
  'obtainedOn',
  'obtainedBy',
  'publishedOn',
  'languages',
  'handlingMark',
  'authenticity',
  'authenticityNote',
  'isObservation',
] as const satisfies readonly EditableField[];

export function valuesOf(exhibits: Parameters<typeof commonValue>[0]): FieldValues {
  return Object.fromEntries(fields.map(field => [field, commonValue(exhibits, field)])) as FieldValues;
}

function Provenance({ exhibit, proposed }: { exhibit: ExhibitInFull; proposed: readonly string[] }) {
  const edit = useExhibitEdit();
  const save = (change: ExhibitChange) => void edit.save([exhibit.id], change, exhibitNumber(exhibit.number));
  return (
    <Section title="Provenance">
      <TextField
        // Another exhibit is another field: a draft of one must not be saved on the next.
        key={exhibit.id}
        label="Title"
        value={exhibit.title}
        maxLength={500}
        onCommit={title => title.trim() !== '' && save({ title: title.trim() })}
      />
      <ProvenanceFields
        key={`fields ${exhibit.id}`}
        values={valuesOf([exhibit])}
        onChange={save}
        proposedLanguages={proposed}
      />
      {edit.error && <Failed error={edit.error} />}
    </Section>
  );
}

/** What it was attached to, what was attached to it, and where else the same bytes arrived. */
function Family({ exhibit }: { exhibit: ExhibitInFull }) {
  const { go } = useNavigate();
  const { parentId, attachments, copies } = exhibit;
  return (
    <>
      {(parentId || attachments.length > 0) && (
        <Section title="Attachments" count={attachments.length > 0 ? attachments.length : undefined}>
          {parentId && (
            <Button kind="quiet" icon={Undo2} onPress={() => go({ exhibitId: parentId })}>
              It came attached; open what it came with
            </Button>
          )}
          <ul className="inspector-list">
            {attachments.map(attachment => (
              <li key={attachment.id}>
                <button type="button" className="inspector-link" onClick={() => go({ exhibitId: attachment.id })}>
                  <Mono>{exhibitNumber(attachment.number)}</Mono>
                  <span className="one-line" dir="auto">
                    {attachment.title}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {copies.length > 1 && (
        <Section title="Copies" count={copies.length} folded>
          <ul className="inspector-list">
            {copies.map(copy => (
              <li key={`${copy.path} ${copy.arrivedAt}`}>
                {copy.fileName}{' '}
                <span className="inspector-soft">
                  {copy.path}, <InstantText at={copy.arrivedAt} withTime />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function SaveBytes({ exhibit }: { exhibit: ExhibitInFull }) {
  const toast = useToast();
  const save = async () => {
    try {
      const to = await desktop('desktop.chooseSaveAs', { suggestedName: exhibit.fileName.slice(0, 200), kind: 'any' });
      if (!to) return;
      const { path } = await call('exhibit.export', { exhibitId: exhibit.id, to });
      toast({ text: `Saved the bytes as admitted to ${path}.` });
    } catch (error) {
      toast({ text: reportOf(error).sentence, kind: 'problem' });
    }
  };
  return (
    <Button icon={Download} onPress={() => void save()}>
      Save the bytes as …
    </Button>
  );
}
