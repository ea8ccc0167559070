/**
 * Comments and tracked changes of OpenDocument text. Deleted words stand in a list before the text; inserted ones in the text
 * between two marks; comments in the place they comment on.
 */
import type { RemarkList } from '../office/remarkList.ts';
import type { XmlAttributes } from '../../text/xmlWalk.ts';

interface Change {
  kind: 'insertion' | 'deletion';
  author: string;
  at: string;
  text: string;
}

export function openChangeReader(remarks: RemarkList) {
  const changes = new Map<string, Change>();
  const inserting = new Map<string, Change>();
  let inTrackedChanges = false;
  let comment: { author: string; at: string; text: string } | null = null;
  let change: Change | null = null;
  let taking: 'author' | 'at' | 'text' | null = null;

  function openChange(name: string, attributes: XmlAttributes): void {
    if (name === 'text:changed-region') {
      change = { kind: 'insertion', author: '', at: '', text: '' };
      changes.set(attributes['text:id'] ?? attributes['xml:id'] ?? '', change);
    } else if (name === 'text:deletion' && change !== null) change.kind = 'deletion';
  }

  return {
    /** True where the element belongs to a comment or a list of changes, and is no text of the document. */
    open(name: string, attributes: XmlAttributes): boolean {
      if (name === 'text:tracked-changes') inTrackedChanges = true;
      else if (name === 'office:annotation') comment = { author: '', at: '', text: '' };
      else if (name === 'text:change-start') {
        const id = attributes['text:change-id'] ?? '';
        const found = changes.get(id);
        if (found?.kind === 'insertion') inserting.set(id, found);
      } else if (name === 'text:change-end') inserting.delete(attributes['text:change-id'] ?? '');
      if (comment === null && !inTrackedChanges) return false;
      openChange(name, attributes);
      if (name === 'dc:creator') taking = 'author';
      else if (name === 'dc:date') taking = 'at';
      else if (name === 'text:p' || name === 'text:h') taking = 'text';
      return true;
    },
    take(data: string): boolean {
      const target = comment ?? change;
      if (comment === null && !inTrackedChanges) return false;
      if (taking !== null && target !== null) target[taking] += data;
      return true;
    },
    close(name: string): boolean {
      if (comment === null && !inTrackedChanges) return false;
      const target = comment ?? change;
      if (name === 'text:p' || name === 'text:h') {
        if (target !== null) target.text += '\n';
        taking = null;
      } else if (name === 'dc:creator' || name === 'dc:date') taking = null;
      else if (name === 'office:annotation' && comment !== null) {
        remarks.add('comment', comment.author, comment.at, comment.text);
        comment = null;
      } else if (name === 'text:changed-region') change = null;
      else if (name === 'text:tracked-changes') inTrackedChanges = false;
      return true;
    },
    text(words: string): void {
      for (const one of inserting.values()) one.text += words;
    },
    /** Once the text has been read. */
    end(): { insertions: number; deletions: number } {
      const counts = { insertions: 0, deletions: 0 };
      for (const { kind, author, at, text } of changes.values()) {
        remarks.add(kind, author, at, text);
        counts[kind === 'insertion' ? 'insertions' : 'deletions'] += 1;
      }
      changes.clear();
      return counts;
    },
  };
}
