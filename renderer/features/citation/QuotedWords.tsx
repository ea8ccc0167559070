/** Words that something rests on, wherever they are shown: frozen, with their bearing, where they stand and what they weigh. */
import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { Badge, BearingSign, classes, IconButton, Mono } from '../../ui/index.ts';
import { type CitedPassage, citationName, citedPage } from './citationWords.ts';
import './QuotedWords.css';

type Words = Pick<
  CitedPassage,
  'bearing' | 'exhibitNumber' | 'exhibitTitle' | 'sourceName' | 'pageIndex' | 'pageLabel' | 'quote' | 'anchor'
>;

export interface QuotedWordsProps {
  words: Words;
  /** Beside the page: grades, and what the words are cited for. */
  marks: ReactNode;
  /** Before the button that unfolds. */
  tools?: ReactNode;
  /** Behind the quote: its translation. */
  beside?: ReactNode;
  /** What can be changed is unfolded, and the words are shown whole. */
  expanded: boolean;
  onExpand(expanded: boolean): void;
  onRead(): void;
  /** Of the list's item. */
  item?: ComponentProps<'li'>;
  children?: ReactNode;
}

const anchorWords = { moved: 'found elsewhere in the text', orphaned: 'words no longer found' } as const;

export function QuotedWords(props: QuotedWordsProps) {
  const { words, marks, tools, beside, expanded, onExpand, onRead, item, children } = props;
  const name = citationName(words);
  return (
    <li {...item} className={classes('quoted-words', `quoted-words-${words.bearing}`, item?.className)}>
      <div className="quoted-words-head">
        <BearingSign bearing={words.bearing} />
        <Mono>{exhibitNumber(words.exhibitNumber)}</Mono>
        <span className="quoted-words-page">{citedPage(words)}</span>
        {marks}
        <span className="quoted-words-tools">
          {tools}
          <IconButton
            icon={expanded ? ChevronUp : ChevronDown}
            size={15}
            label={`Bearing and weight of ${name}`}
            expanded={expanded}
            onPress={() => onExpand(!expanded)}
          />
        </span>
      </div>
      <button type="button" className="quoted-words-read" onClick={onRead}>
        <span className="visually-hidden">{`Read ${name} in its page: `}</span>
        <q className={classes('quoted-words-quote', !expanded && 'quoted-words-clamped')} dir="auto">
          {words.quote}
        </q>
        {beside}
        <span className="quoted-words-title one-line" dir="auto" title={words.exhibitTitle}>
          {words.exhibitTitle}
          {words.sourceName !== null && ` · ${words.sourceName}`}
        </span>
      </button>
      {(words.anchor === 'moved' || words.anchor === 'orphaned') && (
        <Badge tone={words.anchor === 'moved' ? 'warning' : 'problem'}>{anchorWords[words.anchor]}</Badge>
      )}
      {children}
    </li>
  );
}
