import type { ReportFootnote, ReportRun } from '../../../../shared/domain/report/index.ts';
import type { FigureId } from '../../../../shared/kernel/ids.ts';

export interface PaperLinks {
  noteOf(n: number): ReportFootnote | undefined;
  onNote(note: ReportFootnote): void;
  /** A place on the paper, by its id. */
  onPlace(id: string): void;
  /** To change what stands under it. */
  onFigure(figureId: FigureId): void;
}

/** Text with the calls of its notes. Built as elements: no string of markup is made anywhere. */
export function Runs({ runs, notes }: { runs: readonly ReportRun[]; notes: PaperLinks }) {
  return runs.map((run, index) => {
    if (run.type === 'footnote') {
      const note = notes.noteOf(run.n);
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their order
        <sup key={index} className="paper-call">
          <button
            type="button"
            id={`note-call-${run.n}`}
            aria-label={`Note ${run.n}${note ? `: ${note.exhibit}` : ''}`}
            title={note?.runs.map(part => part.text).join('')}
            onClick={() => note && notes.onNote(note)}
          >
            {run.n}
          </button>
        </sup>
      );
    }
    const text = run.italic ? <em>{run.text}</em> : run.text;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their order
      <span key={index}>{run.bold ? <strong>{text}</strong> : text}</span>
    );
  });
}
