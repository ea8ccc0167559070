import { X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Chip, Combobox, IconButton, Mono } from '../../ui/index.ts';
import { useReplyCandidates } from './useRequests.ts';

export interface ReplyFieldProps {
  caseId: CaseId;
  replyExhibitId: ExhibitId | null;
  onChange(id: ExhibitId | null): void;
  onOpen(id: ExhibitId): void;
}

/** The exhibit that holds the reply. */
export function ReplyField({ caseId, replyExhibitId, onChange, onOpen }: ReplyFieldProps) {
  return replyExhibitId === null ? (
    <ChooseReply caseId={caseId} onChange={onChange} />
  ) : (
    <GivenReply exhibitId={replyExhibitId} onOpen={() => onOpen(replyExhibitId)} onRemove={() => onChange(null)} />
  );
}

function GivenReply({ exhibitId, onOpen, onRemove }: { exhibitId: ExhibitId; onOpen(): void; onRemove(): void }) {
  const { data } = useQuery('exhibit.get', { exhibitId });
  const label = data ? `${exhibitNumber(data.number)} ${data.title}` : 'the reply';
  return (
    <div className="request-reply">
      <span className="field-label">Their reply</span>
      <span className="request-reply-chip">
        <Chip kind="exhibit" label={label} name={`Open ${label}`} onPress={onOpen} />
        <IconButton icon={X} size={14} label={`${label} is not their reply`} onPress={onRemove} />
      </span>
    </div>
  );
}

function ChooseReply({ caseId, onChange }: Pick<ReplyFieldProps, 'caseId' | 'onChange'>) {
  const [words, setWords] = useState('');
  const { exhibits, loading } = useReplyCandidates(caseId, useDeferredValue(words), words.trim() === '');
  return (
    <Combobox
      label="Their reply"
      hint="Admit the letter as an exhibit, then name it here."
      placeholder="Number or title of the exhibit"
      query={words}
      onQuery={setWords}
      options={words.trim() === '' ? [] : exhibits}
      getKey={exhibit => exhibit.id}
      renderOption={exhibit => (
        <span className="request-reply-option">
          <Mono>{exhibitNumber(exhibit.number)}</Mono>{' '}
          <span className="one-line" dir="auto">
            {exhibit.title}
          </span>
        </span>
      )}
      onSelect={exhibit => {
        setWords('');
        onChange(exhibit.id);
      }}
      loading={loading}
      emptyText={words.trim() === '' ? 'Type a number or words of the title.' : 'No exhibit fits.'}
    />
  );
}
