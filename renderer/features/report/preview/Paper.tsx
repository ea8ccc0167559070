/** The report as it will stand on paper: a cover, then a sheet for each part with its notes at its foot. */
import { useLayoutEffect, useMemo, useRef } from 'react';
import {
  notesOfSection,
  type ReportDocument,
  type ReportFootnote,
  type ReportSection,
} from '../../../../shared/domain/report/index.ts';
import type { EdtfDate } from '../../../../shared/kernel/dates.ts';
import type { FigureId } from '../../../../shared/kernel/ids.ts';
import { describeDate, describeInstantDay } from '../../../../shared/kernel/dates.ts';
import { Block } from './Block.tsx';
import { showPart } from './showPart.ts';
import { sheetsOf } from './sheets.ts';
import type { PaperLinks } from './Runs.tsx';
import './paper.css';

export interface PaperProps {
  document: ReportDocument;
  /** The words that a note leads to. */
  onRead(note: ReportFootnote): void;
  onFigure(figureId: FigureId): void;
  /** How far down it opens, in pixels. */
  startAt: number;
  /** How far down it was when it was left. */
  onLeave(scrollTop: number): void;
}

export function Paper({ document, onRead, onFigure, startAt, onLeave }: PaperProps) {
  const stage = useRef<HTMLDivElement>(null);
  const leave = useRef({ startAt, onLeave });
  leave.current.onLeave = onLeave;
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return;
    element.scrollTop = leave.current.startAt;
    return () => leave.current.onLeave(element.scrollTop);
  }, []);
  const links = useMemo<PaperLinks>(() => {
    const byNumber = new Map(document.footnotes.map(note => [note.n, note]));
    return {
      noteOf: n => byNumber.get(n),
      onNote: note => stage.current?.querySelector<HTMLElement>(`#note-${note.n}`)?.focus(),
      onPlace: id => showPart(stage.current, id),
      onFigure,
    };
  }, [document, onFigure]);
  const sheets = useMemo(() => sheetsOf(document.sections), [document]);
  return (
    <article className="paper-stage" ref={stage} aria-label={`Preview of ${document.masthead.title}`}>
      <Cover document={document} />
      {sheets.map(sections => (
        <div className="paper-sheet" key={sections[0]?.id}>
          <p className="paper-running" aria-hidden>
            <span>{document.masthead.reference}</span>
            <span>{document.masthead.handlingMark}</span>
          </p>
          {sections.map(section => (
            <Section key={section.id} section={section} notes={links} />
          ))}
          <Notes notes={sections.flatMap(section => notesOfSection(document, section))} onRead={onRead} />
        </div>
      ))}
    </article>
  );
}

function Cover({ document: { masthead } }: { document: ReportDocument }) {
  const { evidenceDates } = masthead;
  const facts: [string, string][] = [
    ['Reference', masthead.reference],
    ['Workstream', masthead.workstream],
    ['Lead', masthead.lead],
    ['Evidence dated', evidenceDates ? span(evidenceDates.from, evidenceDates.to) : ''],
    ['Compiled', `${describeInstantDay(masthead.compiledAt)}, by ${masthead.compiledBy}`],
  ];
  return (
    <header className="paper-sheet paper-cover">
      <p className="paper-mark">{masthead.handlingMark}</p>
      <h2 className="paper-title" dir="auto">
        {masthead.title}
      </h2>
      {masthead.caseTitle !== masthead.title && (
        <p className="paper-case" dir="auto">
          {masthead.caseTitle}
        </p>
      )}
      {masthead.exercise && <p className="paper-paragraph paper-caution paper-unnumbered">{masthead.exercise}</p>}
      <dl className="paper-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </header>
  );
}

function span(from: EdtfDate, to: EdtfDate): string {
  return from === to ? describeDate(from) : `${describeDate(from)} to ${describeDate(to)}`;
}

function Section({ section, notes }: { section: ReportSection; notes: PaperLinks }) {
  const Heading = section.level === 1 ? 'h3' : 'h4';
  return (
    <section id={`part-${section.id}`} className="paper-section">
      <Heading className={`paper-section-title paper-section-${section.level}`} dir="auto" tabIndex={-1}>
        {section.title}
      </Heading>
      {section.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their order
        <Block key={index} block={block} notes={notes} />
      ))}
    </section>
  );
}

function Notes({ notes, onRead }: { notes: readonly ReportFootnote[]; onRead(note: ReportFootnote): void }) {
  if (notes.length === 0) return null;
  return (
    <ol className="paper-notes" aria-label="Notes">
      {notes.map(note => (
        <li key={note.n} id={`note-${note.n}`} className="paper-note" tabIndex={-1} value={note.n}>
          <button
            type="button"
            className="paper-note-number"
            aria-label={`Back to where note ${note.n} is called`}
            onClick={() => document.getElementById(`note-call-${note.n}`)?.focus()}
          >
            {note.n}
          </button>
          <span className="paper-note-words" dir="auto">
            {note.runs.map((run, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their order
              <span key={index} className={run.italic ? 'paper-italic' : undefined}>
                {run.bold ? <strong>{run.text}</strong> : run.text}
              </span>
            ))}{' '}
            <button type="button" className="paper-note-read" onClick={() => onRead(note)}>
              Read {note.exhibit}
            </button>
          </span>
        </li>
      ))}
    </ol>
  );
}
