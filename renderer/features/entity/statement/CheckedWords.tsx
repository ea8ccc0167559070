/** What a check of a value says. A tick is for what was checked and holds; where only the form was looked at, there is none. */
import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import { isFormOnly } from '../../../../shared/domain/identifier/index.ts';
import { classes } from '../../../ui/index.ts';

export function CheckedWords({ valid, sentence }: { valid: boolean; sentence: string }) {
  const holds = valid && !isFormOnly(sentence);
  const Icon = holds ? CircleCheck : valid ? Info : CircleAlert;
  return (
    <span className={classes('statement-check', holds && 'statement-valid', !valid && 'statement-invalid')}>
      <Icon size={13} aria-hidden />
      {sentence}
    </span>
  );
}
