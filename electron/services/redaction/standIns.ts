/** Copies that go in the place of what they were made from: what is cited of the original is shown on the copy, or as redacted. */
import type { LeavingChoice } from '../../../shared/domain/departure/index.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { ClaimView, FindingView } from '../../../shared/domain/finding.ts';
import type { StatusReason } from '../../../shared/domain/standard.ts';
import type { Passage } from '../../../shared/domain/passage.ts';
import { isRedacted, REDACTED_WORDS, type Redaction, turnedRect } from '../../../shared/domain/redaction.ts';
import { holds } from '../../../shared/domain/wordPlaces.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireExhibit } from '../exhibit/index.ts';
import { findPassage } from '../passage/index.ts';
import { redactionOfCopy } from './redactionSql.ts';

type CitationView = ClaimView['citations'][number];

export interface StandIns {
  /** The exhibit that goes for this one: its copy, or itself. */
  idFor(exhibitId: string): string;
  /** The finding as it is shown, with what it cites on the copies. */
  finding(finding: FindingView): FindingView;
  /** The passage as it is shown on the copy; itself where its exhibit goes. */
  passage(passage: Passage): Passage;
  /** The copies, by number, whose redacted words are said in a text. */
  spelledIn(text: string): string[];
  /** Whether there is anything to look for. */
  hasWords: boolean;
}

/** @throws not-a-copy */
export function standInsOf(db: ReadableDb, inPlace: LeavingChoice['inPlace']): StandIns {
  const copies = new Map<string, { copy: Exhibit; original: string; redaction: Redaction }>();
  for (const { originalId, copyId } of inPlace) {
    const redaction = redactionOfCopy(db, copyId);
    const copy = requireExhibit(db, copyId);
    const original = exhibitNumber(requireExhibit(db, originalId).number);
    if (redaction?.originalId !== originalId)
      throw new ProbatumError('not-a-copy', { copy: exhibitNumber(copy.number), original });
    copies.set(originalId, { copy, original, redaction });
  }
  const shown = (passage: Passage): Passage => {
    const standIn = copies.get(passage.exhibitId);
    return standIn ? onCopy(passage, standIn) : passage;
  };
  /** Why a claim stands as it does names the exhibits that it rests on. */
  const renamed = (reason: StatusReason): StatusReason => ({
    ...reason,
    sentence: [...copies.values()].reduce(
      (words, { original, copy }) => words.replace(new RegExp(`${original}\\b`, 'g'), exhibitNumber(copy.number)),
      reason.sentence,
    ),
  });
  const cited = (citation: CitationView): CitationView => {
    const standIn = copies.get(citation.exhibitId);
    if (!standIn) return citation;
    const { copy, redaction } = standIn;
    const passage = findPassage(db, citation.passageId);
    // The words as they were cited may be others than those that the passage has now.
    const isGone =
      !passage ||
      [passage.quote.exact, citation.quote].some(words =>
        isRedacted({ pageIndex: passage.pageIndex, rects: passage.rects, words }, redaction.marks),
      );
    return {
      ...citation,
      exhibitId: copy.id,
      exhibitNumber: copy.number,
      exhibitTitle: copy.title,
      ...(isGone ? { quote: REDACTED_WORDS, translation: null } : {}),
    };
  };
  const redactedWords = [...copies.values()].map(({ copy, redaction }) => ({
    number: exhibitNumber(copy.number),
    words: redaction.marks.map(mark => mark.words).filter(words => words.trim() !== ''),
  }));
  return {
    idFor: id => copies.get(id)?.copy.id ?? id,
    passage: shown,
    spelledIn: text =>
      redactedWords.flatMap(({ number, words }) => (words.some(one => holds(text, one)) ? number : [])),
    hasWords: redactedWords.some(({ words }) => words.length > 0),
    finding: finding =>
      copies.size === 0
        ? finding
        : {
            ...finding,
            reasons: finding.reasons.map(renamed),
            claims: finding.claims.map(claim => ({
              ...claim,
              reasons: claim.reasons.map(renamed),
              citations: claim.citations.map(cited),
            })),
          },
  };
}

function onCopy(passage: Passage, { copy, redaction }: { copy: Exhibit; redaction: Redaction }): Passage {
  const turn = redaction.turns[passage.pageIndex] ?? 0;
  const moved: Passage = {
    ...passage,
    exhibitId: copy.id,
    // Its offsets count in the text of the original.
    renditionId: null,
    position: null,
    // Places on the copy are told on the page as it was drawn.
    rects: passage.rects.map(rect => turnedRect(rect, turn)),
    // What stood around the words may be what was painted over.
    quote: { ...passage.quote, prefix: '', suffix: '' },
  };
  if (!isOver(passage, redaction)) return moved;
  return { ...moved, quote: { exact: REDACTED_WORDS, prefix: '', suffix: '' }, note: '', tags: [], translation: null };
}

function isOver({ pageIndex, rects, quote }: Passage, { marks }: Redaction): boolean {
  return isRedacted({ pageIndex, rects, words: quote.exact }, marks);
}
