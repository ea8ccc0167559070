/** What each exhibit that goes tells of people, and which copies could go instead. */
import type { ExhibitTraces } from '../../../shared/contract/report.ts';
import { tracesOf } from '../../../shared/domain/departure/index.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { copyForm } from '../../../shared/domain/redaction.ts';
import { printedSourceName, type Source } from '../../../shared/domain/source.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { currentRenditionOf } from '../exhibit/index.ts';
import { copiesMadeOf, standingMarks } from '../redaction/index.ts';

export function exhibitTraces(db: ReadableDb, exhibit: Exhibit, sources: readonly Source[]): ExhibitTraces[] {
  const rendition = currentRenditionOf(db, exhibit.sha256);
  const traces = rendition ? tracesOf(rendition) : [];
  const source = sources.find(one => one.id === exhibit.sourceId);
  const confidential = source?.confidential === true;
  const copies = copiesMadeOf(db, exhibit.id).map(({ exhibitId, number, kind }) => ({
    exhibitId,
    exhibitNumber: number,
    kind,
  }));
  const name = exhibitNumber(exhibit.number);
  const toRedact = wordsToRedact(
    name,
    standingMarks(db, exhibit.id).length,
    copies.filter(copy => copy.kind === 'redacted').map(copy => exhibitNumber(copy.exhibitNumber)),
  );
  if (traces.length === 0 && !confidential && toRedact === null) return [];
  const sentences = [
    ...(toRedact === null ? [] : [toRedact]),
    ...(traces.length > 0 ? [`The file of ${name} tells ${inWords(traces.map(({ words }) => words))}.`] : []),
    ...(confidential
      ? [
          `${name} came from ${printedSourceName(source)}. Its name was not found in the text; read whether the content itself, a hand or a signature betrays it.`,
        ]
      : []),
  ];
  const kinds: ExhibitTraces['kinds'] = [
    ...(toRedact === null ? [] : ['redaction' as const]),
    ...traces.map(({ kind }) => kind),
    ...(confidential ? ['confidential-source' as const] : []),
  ];
  return [
    {
      exhibitId: exhibit.id,
      exhibitNumber: exhibit.number,
      kinds: [...new Set(kinds)],
      sentence: sentences.join(' '),
      copies,
      copyForm: copyForm(exhibit),
    },
  ];
}

/** Somebody meant that it must not leave whole. */
function wordsToRedact(name: string, markCount: number, copies: readonly string[]): string | null {
  if (copies.length > 0)
    return `${name} goes whole, though ${inWords(copies)} ${copies.length === 1 ? 'is a redacted copy' : 'are redacted copies'} of it.`;
  if (markCount === 0) return null;
  return `${name} goes whole, though ${markCount === 1 ? 'a place' : `${markCount} places`} of it ${markCount === 1 ? 'is' : 'are'} marked for redaction.`;
}

function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
