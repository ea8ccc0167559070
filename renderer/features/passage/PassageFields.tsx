import type { Passage } from '../../../shared/domain/passage.ts';
import { TextArea, TextField } from '../../ui/index.ts';
import type { PassageChange } from './passageSteps.ts';
import { readTags } from './readTags.ts';

/** Note and tags of a passage; saved when a field is left. */
export function PassageFields({ passage, onChange }: { passage: Passage; onChange(change: PassageChange): void }) {
  return (
    <>
      <TextArea label="Note" value={passage.note} onCommit={note => onChange({ note })} maxLength={10_000} rows={2} />
      <TextField
        label="Tags"
        value={passage.tags.join(', ')}
        placeholder="ship-to-ship, 환적"
        onCommit={typed => onChange({ tags: readTags(typed) })}
      />
    </>
  );
}
