/** Find in this document: words, how many, next and previous. */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../ui/index.ts';
import type { FindStep } from '../frameMessages.ts';
import type { ReaderState } from '../readerState.ts';

interface Props {
  found: ReaderState['found'];
  /** Counts up each time the bar is asked for, so that asking again takes one back to its field. */
  asked: number;
  onFind(words: string, step: FindStep): void;
  onClose(): void;
}

/** Long enough that a word is typed, short enough that nobody waits. */
const TYPING_MS = 200;

export function FindBar({ found, asked, onFind, onClose }: Props) {
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const find = useRef(onFind);
  useEffect(() => {
    find.current = onFind;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking selects what is in the field
  useEffect(() => field.current?.select(), [asked]);
  useEffect(() => {
    const timer = setTimeout(() => find.current(words, 'start'), TYPING_MS);
    return () => clearTimeout(timer);
  }, [words]);

  const none = words !== '' && found !== null && found.total === 0 && !found.searching;
  return (
    <search className="reader-find">
      <input
        ref={field}
        type="text"
        className="input"
        aria-label="Find in this document"
        aria-invalid={none || undefined}
        placeholder="Find in this document"
        value={words}
        maxLength={300}
        dir="auto"
        spellCheck={false}
        onChange={event => setWords(event.target.value)}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') onFind(words, event.shiftKey ? 'previous' : 'next');
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <output className="reader-find-count">{words === '' ? '' : countInWords(found)}</output>
      <IconButton
        icon={ChevronUp}
        label="Previous"
        shortcut="Shift+N"
        disabled={!found?.total}
        onPress={() => onFind(words, 'previous')}
      />
      <IconButton
        icon={ChevronDown}
        label="Next"
        shortcut="N"
        disabled={!found?.total}
        onPress={() => onFind(words, 'next')}
      />
      <IconButton icon={X} label="Close find" shortcut="Escape" onPress={onClose} />
    </search>
  );
}

function countInWords(found: ReaderState['found']): string {
  if (found === null || (found.total === 0 && found.searching)) return 'searching …';
  if (found.total === 0) return 'not found';
  return `${found.current.toLocaleString('en')} of ${found.total.toLocaleString('en')}${found.searching ? ' …' : ''}`;
}
