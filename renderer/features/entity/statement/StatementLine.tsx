/** One value of a property with all that is known of it: script, time, weight, check, origin and citations. */
import { Ellipsis, Eye, EyeOff, Pencil, Quote, RotateCcw, SlidersHorizontal, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { StatementView } from '../../../../shared/domain/entity/statement.ts';
import { credibilityWords } from '../../../../shared/domain/source.ts';
import { Badge, classes, MenuButton, type MenuEntry } from '../../../ui/index.ts';
import { useNavigate } from '../../../workbench/index.ts';
import { CitedWords } from '../CitedWords.tsx';
import {
  heldWords,
  languageTag,
  markedScripts,
  originalWords,
  positionWords,
  qualityWords,
  quantityWords,
  valueWords,
} from '../statementWords.ts';
import { CheckedWords } from './CheckedWords.tsx';

/** What a person may do with a statement; the owner opens the sheet that each needs. */
export interface StatementActions {
  cite(statement: StatementView): void;
  correct(statement: StatementView): void;
  change(statement: StatementView): void;
  choose(statement: StatementView): void;
  /** The rule says again which value is shown. */
  unchoose(statement: StatementView): void;
  withdraw(statement: StatementView): void;
  restore(statement: StatementView): void;
}

export interface StatementLineProps {
  statement: StatementView;
  type: string;
  label: string;
  /** It stands among others, and is the one shown. */
  marksShown: boolean;
  /** It may be chosen as the one to show. */
  isChoosable: boolean;
  actions: StatementActions;
}

export function StatementLine({ statement, type, label, marksShown, isChoosable, actions }: StatementLineProps) {
  const [open, setOpen] = useState(false);
  const words = valueWords(type, statement);
  const cited = statement.citations.length;
  return (
    <li className={classes('statement', statement.withdrawnAt !== null && 'statement-withdrawn')}>
      <div className="statement-head">
        <Value statement={statement} type={type} words={words} />
        <Marks statement={statement} type={type} marksShown={marksShown} />
        <span className="statement-tools">
          <button
            type="button"
            className={classes('statement-cited', cited === 0 && 'statement-uncited')}
            aria-expanded={open}
            aria-label={`${cited === 0 ? 'Not cited' : `${cited} cited`}: ${label} ${words}`}
            onClick={() => setOpen(now => !now)}
          >
            <Quote size={13} aria-hidden />
            {cited === 0 ? 'not cited' : `${cited} cited`}
          </button>
          <MenuButton
            label={`What to do with ${label} ${words}`}
            icon={Ellipsis}
            iconOnly
            items={menuOf(statement, { isChoosable, isCorrectable: !HAS_PARTS.has(type) }, actions)}
          />
        </span>
      </div>
      <Beneath statement={statement} type={type} />
      {open && (
        <div className="statement-words">
          <CitedWords entityIds={[statement.entityId]} statementIds={[statement.id]} />
        </div>
      )}
    </li>
  );
}

/** What consists of more than its words is withdrawn and recorded anew. */
const HAS_PARTS = new Set(['entity', 'quantity', 'position']);

interface Possible {
  isChoosable: boolean;
  isCorrectable: boolean;
}

function menuOf(
  statement: StatementView,
  { isChoosable, isCorrectable }: Possible,
  actions: StatementActions,
): MenuEntry[] {
  if (statement.withdrawnAt !== null)
    return [{ label: 'Restore', icon: RotateCcw, onSelect: () => actions.restore(statement) }];
  return [
    { label: 'Cite …', icon: Quote, onSelect: () => actions.cite(statement) },
    ...(isChoosable ? [{ label: 'Show this one …', icon: Eye, onSelect: () => actions.choose(statement) }] : []),
    ...(statement.isChosen
      ? [{ label: 'Show by rule again', icon: EyeOff, onSelect: () => actions.unchoose(statement) }]
      : []),
    'separator',
    { label: 'Dates, weight and note …', icon: SlidersHorizontal, onSelect: () => actions.change(statement) },
    ...(isCorrectable ? [{ label: 'Correct a slip …', icon: Pencil, onSelect: () => actions.correct(statement) }] : []),
    { label: 'Withdraw', icon: Undo2, danger: true, onSelect: () => actions.withdraw(statement) },
  ];
}

function Value({ statement, type, words }: { statement: StatementView; type: string; words: string }) {
  const { go } = useNavigate();
  const { targetCanonicalId, detail } = statement;
  if (targetCanonicalId !== null)
    return (
      <button
        type="button"
        className="statement-value statement-link"
        dir="auto"
        onClick={() => go({ place: 'entities', entityId: targetCanonicalId })}
      >
        {words}
      </button>
    );
  return (
    <span
      className={classes('statement-value', (type === 'identifier' || type === 'iban') && 'mono')}
      dir="auto"
      lang={languageTag(statement.language)}
    >
      {words}
      {detail.quantity && statement.value !== '' && (
        <span className="statement-soft"> = {quantityWords(detail.quantity)}</span>
      )}
    </span>
  );
}

function Marks({ statement, type, marksShown }: { statement: StatementView; type: string; marksShown: boolean }) {
  const { quality, credibility, detail, isShown, isChosen } = statement;
  return (
    <span className="statement-marks">
      {markedScripts(type, statement.value).map(script => (
        <Badge key={script}>{script}</Badge>
      ))}
      {quality !== null && <Badge>{qualityWords[quality]}</Badge>}
      {detail.role && <Badge>{detail.role}</Badge>}
      {marksShown && isShown && <Badge tone="accent">{isChosen ? 'shown, chosen' : 'shown'}</Badge>}
      <span className="statement-held">{heldWords(statement)}</span>
      <span
        className="statement-weight"
        title={`Credibility of the information: ${credibility} – ${credibilityWords[credibility]}`}
      >
        <span aria-hidden>{credibility}</span>
        <span className="visually-hidden">
          credibility {credibility}: {credibilityWords[credibility]}
        </span>
      </span>
    </span>
  );
}

function Beneath({ statement, type }: { statement: StatementView; type: string }) {
  const { go } = useNavigate();
  const { check, importedFrom, note, detail } = statement;
  const original = originalWords(type, statement);
  const imported =
    importedFrom && `${importedFrom.name}${importedFrom.row === null ? '' : `, row ${importedFrom.row}`}`;
  const exhibitId = importedFrom?.exhibitId ?? null;
  return (
    <>
      {original !== null && (
        <p className="statement-beneath" dir="auto">
          As printed: {original}
        </p>
      )}
      {detail.converted && (
        <p className="statement-beneath">
          {quantityWords(detail.converted)}, computed: {detail.converted.note}
        </p>
      )}
      {detail.position && (
        <p className="statement-beneath">
          {positionWords(detail.position)}, read as {detail.position.notation}
        </p>
      )}
      {check && check.sentence !== '' && check.sentence !== valueWords(type, statement) && (
        <CheckedWords valid={check.valid} sentence={check.sentence} />
      )}
      {note !== '' && (
        <p className="statement-beneath" dir="auto">
          {note}
        </p>
      )}
      {imported !== null && (
        <p className="statement-beneath">
          imported from{' '}
          {exhibitId === null ? (
            imported
          ) : (
            <button type="button" className="text-link" onClick={() => go({ place: 'exhibits', exhibitId })}>
              {imported}
            </button>
          )}
        </p>
      )}
    </>
  );
}
