/** Sheets on one statement: what may be changed of it, a correction, a passage for it, and which of several values is shown. */
import { useState } from 'react';
import type { PassageRow } from '../../../../shared/contract/passage.ts';
import { type Bearing, bearingSigns } from '../../../../shared/domain/citation.ts';
import type { StatementView } from '../../../../shared/domain/entity/statement.ts';
import { Credibility } from '../../../../shared/domain/source.ts';
import type { CaseId, EntityId } from '../../../../shared/kernel/ids.ts';
import { Button, Notice, Panel, Segmented, Select, TextArea } from '../../../ui/index.ts';
import { useStep } from '../../citation/index.ts';
import { citeForStatement } from '../citationSteps.ts';
import { changeStatement, chooseShown, correctStatement } from '../statementSteps.ts';
import { credibilityOptions, statementName, valueWords } from '../statementWords.ts';
import { settledDate } from '../WorldDateField.tsx';
import { HeldAndWeight, type Held } from './HeldAndWeight.tsx';
import { inSentence } from '../propertyWords.ts';
import { PassageField } from './PassageField.tsx';
import { RoleField } from './RoleField.tsx';
import { emptyDraft, typeOf, valueGiven } from './valueDraft.ts';
import { ValueField } from './ValueField.tsx';

export interface StatementSheetProps {
  caseId: CaseId;
  schema: string;
  statement: StatementView;
  /** Of the property. */
  label: string;
  onClose(): void;
}

function Foot({ words, disabled, onClose }: { words: string; disabled?: boolean; onClose(): void }) {
  return (
    <>
      <Button kind="primary" type="submit" disabled={disabled}>
        {words}
      </Button>
      <Button kind="quiet" onPress={onClose}>
        Cancel
      </Button>
    </>
  );
}

function nameOf({ schema, statement, label }: StatementSheetProps): string {
  return statementName(label, valueWords(typeOf(schema, statement.property), statement));
}

export function ChangeStatement(props: StatementSheetProps & { eventKind?: string }) {
  const { schema, statement, eventKind, onClose } = props;
  const { fromOn, toOn, credibility, quality, language, detail } = statement;
  const [held, setHeld] = useState<Held>({ from: fromOn ?? '', to: toOn ?? '', credibility, quality, language });
  const [note, setNote] = useState(statement.note);
  const [role, setRole] = useState(detail.role ?? '');
  const take = useStep();
  const [from, to] = [settledDate(held.from), settledDate(held.to)];
  const isTie = typeOf(schema, statement.property) === 'entity';
  const save = async () => {
    if (from === undefined || to === undefined) return;
    const { role: _, ...rest } = detail;
    const change = {
      fromOn: from,
      toOn: to,
      credibility: held.credibility,
      quality: held.quality,
      language: held.language,
      note: note.trim(),
      detail: role.trim() === '' ? rest : { ...rest, role: role.trim() },
    };
    if (await take(() => changeStatement(statement, change, nameOf(props)))) onClose();
  };
  return (
    <Panel
      open
      title={`Dates, weight and note: ${inSentence(props.label)}`}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={<Foot words="Save" disabled={from === undefined || to === undefined} onClose={onClose} />}
    >
      <div className="entity-form">
        <p className="entity-form-value" dir="auto">
          {valueWords(typeOf(schema, statement.property), statement)}
        </p>
        <HeldAndWeight held={held} isName={typeOf(schema, statement.property) === 'name'} onChange={setHeld} />
        {isTie && <RoleField eventKind={eventKind ?? ''} value={role} onChange={setRole} />}
        <TextArea label="Note" value={note} onChange={setNote} maxLength={4000} />
      </div>
    </Panel>
  );
}

export function CorrectStatement(props: StatementSheetProps) {
  const { caseId, schema, statement, label, onClose } = props;
  const type = typeOf(schema, statement.property);
  const [draft, setDraft] = useState({
    ...emptyDraft,
    typed: statement.original || valueWords(type, statement),
    detail: statement.detail,
  });
  const take = useStep();
  const value = valueGiven(schema, statement.property, draft);
  const save = async () => {
    if (!value) return;
    const done = await take(
      () => correctStatement(statement, value.value, value.original, nameOf(props)),
      'Corrected. The slip stays on record, withdrawn.',
    );
    if (done) onClose();
  };
  return (
    <Panel
      open
      title={`Correct a slip: ${inSentence(label)}`}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={<Foot words="Correct" disabled={value === null} onClose={onClose} />}
    >
      <div className="entity-form">
        <Notice>
          For what was typed wrongly. The statement with the slip is withdrawn, and its citations stand with the new
          one. A value that the sources give differently is added beside this one instead.
        </Notice>
        <ValueField
          caseId={caseId}
          schema={schema}
          property={statement.property}
          label={label}
          draft={draft}
          onChange={setDraft}
          autoFocus
        />
      </div>
    </Panel>
  );
}

const bearings: { value: Bearing; label: string }[] = [
  { value: 'supports', label: `${bearingSigns.supports} For` },
  { value: 'contradicts', label: `${bearingSigns.contradicts} Against` },
  { value: 'context', label: `${bearingSigns.context} Context` },
];

export function CiteStatement(props: StatementSheetProps) {
  const { caseId, schema, statement, label, onClose } = props;
  const [passage, setPassage] = useState<PassageRow | null>(null);
  const [bearing, setBearing] = useState<Bearing>('supports');
  const [credibility, setCredibility] = useState<Credibility>(statement.credibility);
  const take = useStep();
  const save = async () => {
    if (!passage) return;
    const request = { statementId: statement.id, passageId: passage.id, bearing, credibility };
    if (await take(() => citeForStatement(request), `Cited for ${nameOf(props)}.`)) onClose();
  };
  return (
    <Panel
      open
      title={`Cite words for: ${inSentence(label)}`}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={<Foot words="Cite" disabled={passage === null} onClose={onClose} />}
    >
      <div className="entity-form">
        <p className="entity-form-value" dir="auto">
          {valueWords(typeOf(schema, statement.property), statement)}
        </p>
        <PassageField caseId={caseId} label="Passage" value={passage} onChange={setPassage} autoFocus />
        <Segmented
          label="Bearing on the statement"
          hideLabel={false}
          options={bearings}
          value={bearing}
          onChange={setBearing}
        />
        <Select
          label="Credibility of the information"
          value={String(credibility)}
          options={credibilityOptions}
          onChange={chosen => setCredibility(Credibility.parse(Number(chosen)))}
        />
      </div>
    </Panel>
  );
}

interface ChooseShownProps extends StatementSheetProps {
  entityId: EntityId;
  /** The values of the same property. */
  others: readonly StatementView[];
}

export function ChooseShown(props: ChooseShownProps) {
  const { entityId, schema, statement, label, others, onClose } = props;
  const [reason, setReason] = useState('');
  const take = useStep();
  const type = typeOf(schema, statement.property);
  const before = others.find(one => one.isChosen) ?? null;
  const save = async () => {
    if (reason.trim() === '') return;
    const done = await take(
      () => chooseShown(entityId, statement.property, statement, before, reason.trim()),
      `${valueWords(type, statement)} is shown from now on.`,
    );
    if (done) onClose();
  };
  return (
    <Panel
      open
      title={`Show this one: ${inSentence(label)}`}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={<Foot words="Show it" disabled={reason.trim() === ''} onClose={onClose} />}
    >
      <div className="entity-form">
        <p className="entity-form-value" dir="auto">
          {valueWords(type, statement)}
        </p>
        <p className="entity-form-soft">
          instead of{' '}
          {others
            .filter(one => one.id !== statement.id)
            .map(one => valueWords(type, one))
            .join(', ')}
          . The others stay in view; the judgement and its reason are on record.
        </p>
        <TextArea
          label="Why this one"
          value={reason}
          onChange={setReason}
          maxLength={2000}
          autoFocus
          placeholder="e.g. the registry of the flag State gives it; the other is a slip of the newspaper"
        />
      </div>
    </Panel>
  );
}
