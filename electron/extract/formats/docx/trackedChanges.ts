/** Tracked insertions and deletions with their authors and dates; what Word splits into runs is one change again. */
import type { XmlAttributes } from '../../text/xmlWalk.ts';
import type { RemarkList } from '../office/remarkList.ts';

interface Change {
  kind: 'insertion' | 'deletion';
  author: string;
  at: string;
  text: string;
}

export interface TrackedChanges {
  open(kind: Change['kind'], attributes: XmlAttributes): void;
  close(): void;
  /** Words that stand in the text; they end a deletion, and are an insertion's if one is open. */
  text(words: string): void;
  deleted(words: string): void;
  endParagraph(): void;
  counts(): { insertions: number; deletions: number };
}

export function openTrackedChanges(remarks: RemarkList): TrackedChanges {
  const open: Change[] = [];
  const counts = { insertions: 0, deletions: 0 };
  let last: Change | null = null;

  function finish(): void {
    if (last === null) return;
    remarks.add(last.kind, last.author, last.at, last.text);
    counts[last.kind === 'insertion' ? 'insertions' : 'deletions'] += 1;
    last = null;
  }

  function record(change: Change, words: string): void {
    const goesOn = last !== null && last.kind === change.kind && last.author === change.author && last.at === change.at;
    if (!goesOn) {
      finish();
      last = { ...change, text: '' };
    }
    if (last !== null) last.text += words;
  }

  return {
    open(kind, attributes) {
      open.push({ kind, author: attributes['w:author'] ?? '', at: attributes['w:date'] ?? '', text: '' });
    },
    close() {
      open.pop();
    },
    text(words) {
      const change = open.at(-1);
      if (change === undefined) finish();
      else record(change, words);
    },
    deleted(words) {
      const change = open.findLast(one => one.kind === 'deletion');
      record(change ?? { kind: 'deletion', author: '', at: '', text: '' }, words);
    },
    endParagraph() {
      finish();
    },
    counts: () => counts,
  };
}
