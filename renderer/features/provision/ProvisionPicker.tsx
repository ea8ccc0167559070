/** Choosing the provisions that a claim measures against: by words, topic, and the day on which they had to bind. */
import { useDeferredValue, useState } from 'react';
import type { Provision } from '../../../shared/domain/provision.ts';
import type { EdtfDate } from '../../../shared/kernel/dates.ts';
import {
  Button,
  countOf,
  DateField,
  Empty,
  Failed,
  Loading,
  Notice,
  Panel,
  Select,
  TextField,
  VirtualList,
} from '../../ui/index.ts';
import { ProvisionRow } from './ProvisionRow.tsx';
import { topicWords, verifySentence } from './provisionWords.ts';
import { useProvisionSearch, useTopics } from './useProvisions.ts';
import './provision.css';

export interface ProvisionPickerProps {
  open: boolean;
  /** The words of the claim that is measured. */
  claimText: string;
  chosen: readonly string[];
  onToggle(provision: Provision): void;
  onClose(): void;
}

export function ProvisionPicker({ open, claimText, chosen, onToggle, onClose }: ProvisionPickerProps) {
  return (
    <Panel
      open={open}
      wide
      title="Measure against a provision"
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      {open && <PickerBody claimText={claimText} chosen={chosen} onToggle={onToggle} />}
    </Panel>
  );
}

function PickerBody({ claimText, chosen, onToggle }: Pick<ProvisionPickerProps, 'claimText' | 'chosen' | 'onToggle'>) {
  const [words, setWords] = useState('');
  const [topic, setTopic] = useState('');
  const [inForceOn, setInForceOn] = useState<EdtfDate | null>(null);
  const { data, error, refetch } = useProvisionSearch({
    words: useDeferredValue(words),
    topic,
    inForceOn: firstDay(inForceOn),
  });
  const topics = useTopics();
  const topicOptions = [
    { value: '', label: 'All topics' },
    ...(topics.data ?? []).map(one => ({ value: one.topic, label: `${topicWords(one.topic)} (${one.count})` })),
  ];
  return (
    <div className="provision-picker">
      {claimText !== '' && (
        <p className="provision-picker-claim" dir="auto">
          {claimText}
        </p>
      )}
      <div className="provision-picker-filter">
        <TextField
          label="Words, resolution or paragraph"
          value={words}
          onChange={setWords}
          placeholder="e.g. ship-to-ship, 2375 11"
          autoFocus
        />
        <Select label="Topic" value={topic} options={topicOptions} onChange={setTopic} />
        <DateField label="In force on" value={inForceOn} onCommit={setInForceOn} placeholder="any day" />
      </div>
      <Notice>{verifySentence} What merely calls on States is not offered, since it cannot be violated.</Notice>
      {error && <Failed error={error} onRetry={refetch} />}
      {!error && !data && <Loading label="Looking for provisions" />}
      {data && (
        <>
          <p className="provision-picker-count" role="status">
            {countOf(data.length, 'provision')}
            {chosen.length > 0 && `; ${chosen.length} chosen`}
          </p>
          <VirtualList
            label="Provisions"
            role="grid"
            count={data.length}
            rowHeight={index => ((data[index]?.summary.length ?? 0) > ONE_LINE ? 104 : 84)}
            getKey={index => data[index]?.id ?? String(index)}
            renderRow={index => {
              const provision = data[index];
              return (
                provision && (
                  <ProvisionRow
                    provision={provision}
                    chosen={chosen.includes(provision.id)}
                    onToggle={() => onToggle(provision)}
                  />
                )
              );
            }}
            onActivate={index => {
              const provision = data[index];
              if (provision) onToggle(provision);
            }}
            empty={<Empty title="No provision fits" text="Use fewer words, another topic, or a later day." />}
          />
        </>
      )}
    </div>
  );
}

/** Characters of a summary that surely fit on one line of the panel. */
const ONE_LINE = 84;

/** The first day of what was typed, `2017` → `2017-01-01`, as a plain day that compares. */
function firstDay(date: EdtfDate | null): string | null {
  if (date === null) return null;
  const [year = '', month = '01', day = '01'] = date
    .replace(/\/.*$/, '')
    .replace(/[?~%]$/, '')
    .replaceAll('X', '0')
    .split('-');
  return year === '..' ? null : `${year}-${month}-${day}`;
}
