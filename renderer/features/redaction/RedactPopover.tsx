/** Beside a selection: why it must not leave. Nothing is painted over before a copy is made. */
import { useState } from 'react';
import { RedactionReason, redactionReasonWords } from '../../../shared/domain/redaction.ts';
import { Button, Checkbox, Popover, Select, TextField } from '../../ui/index.ts';
import type { Redacting } from './useRedaction.ts';
import './redaction.css';

const reasons = RedactionReason.options.map(value => ({ value, label: capital(redactionReasonWords[value]) }));

export function RedactPopover({ redacting }: { redacting: Redacting }) {
  const { state, close } = redacting;
  if (!state) return null;
  const { x, y, width, height } = state.anchor;
  return (
    <Popover
      open
      onClose={close}
      anchor={{ left: x, top: y, right: x + width, bottom: y + height }}
      label="Mark for redaction"
    >
      <Asked redacting={redacting} hasWords={state.selection.kind === 'words'} />
    </Popover>
  );
}

function Asked({ redacting, hasWords }: { redacting: Redacting; hasWords: boolean }) {
  const [reason, setReason] = useState<RedactionReason>('personal-data');
  const [note, setNote] = useState('');
  const [everywhere, setEverywhere] = useState(false);
  const needsWords = reason === 'other' && note.trim() === '';
  return (
    <form
      className="redact"
      onSubmit={event => {
        event.preventDefault();
        if (!needsWords) redacting.mark({ reason, note: note.trim(), everywhere });
      }}
    >
      <Select label="Why must it not leave?" value={reason} options={reasons} onChange={setReason} />
      <TextField
        label={reason === 'other' ? 'In words' : 'Note'}
        value={note}
        onChange={setNote}
        maxLength={500}
        required={reason === 'other'}
        hint="Stays in the vault; the copy names the reason alone."
      />
      {hasWords && (
        <Checkbox
          label="Wherever these words stand in the exhibit"
          checked={everywhere}
          onChange={setEverywhere}
          hint="Found in the text of a PDF and in recognised pages; a page that nobody read stops the copy."
        />
      )}
      {redacting.error && (
        <p className="redact-problem" role="alert">
          {redacting.error.sentence}
        </p>
      )}
      <Button kind="primary" type="submit" busy={redacting.busy} disabled={needsWords}>
        Mark for redaction
      </Button>
    </form>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
