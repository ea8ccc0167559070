/** What each exhibit that goes tells of people, and which copies could go instead. */
import type { ExhibitTraces } from '../../../shared/contract/report.ts';
import { tracesOf } from '../../../shared/domain/departure/index.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { copyForm } from '../../../shared/domain/redaction.ts';
import { printedSourceName, type Source } from '../../../shared/domain/source.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { currentRenditionOf } from '../exhibit/index.ts';
import { copiesMadeOf } from '../redaction/index.ts';

export function exhibitTraces(db: ReadableDb, exhibit: Exhibit, sources: readonly Source[]): ExhibitTraces[] {
  const rendition = currentRenditionOf(db, exhibit.sha256);
  const traces = rendition ? tracesOf(rendition) : [];
  const source = sources.find(one => one.id === exhibit.sourceId);
  const confidential = source?.confidential === true;
  if (traces.length === 0 && !confidential) return [];
  const name = exhibitNumber(exhibit.number);
  const sentences = [
    ...(traces.length > 0 ? [`The file of ${name} tells ${inWords(traces.map(({ words }) => words))}.`] : []),
    ...(confidential
      ? [
          `${name} came from ${printedSourceName(source)}. Its name was not found in the text; read whether the content itself, a hand or a signature betrays it.`,
        ]
      : []),
  ];
  return [
    {
      exhibitId: exhibit.id,
      exhibitNumber: exhibit.number,
      kinds: [
        ...new Set([...traces.map(({ kind }) => kind), ...(confidential ? ['confidential-source' as const] : [])]),
      ],
      sentence: sentences.join(' '),
      copies: copiesMadeOf(db, exhibit.id).map(({ exhibitId, number, kind }) => ({
        exhibitId,
        exhibitNumber: number,
        kind,
      })),
      copyForm: copyForm(exhibit),
    },
  ];
}

function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
