/** One exhibit as a row of the table, or as two short lines beside the page. */
import { CornerDownRight, Highlighter, Paperclip, TriangleAlert } from 'lucide-react';
import type { ExhibitRow } from '../../../../shared/contract/exhibit.ts';
import { exhibitNumber } from '../../../../shared/domain/exhibit.ts';
import { Badge, classes, DateText, formatBytes, formatCount, GradeMark, LongName, Mono } from '../../../ui/index.ts';
import { CommentMark } from '../../comment/index.ts';
import { isProblem, languageWord, readingWords, typeWord } from '../exhibitWords.ts';
import { TypeIcon } from './TypeIcon.tsx';
import './ExhibitLine.css';

export interface ExhibitLineProps {
  row: ExhibitRow | undefined;
  depth: number;
}

export function ExhibitTableLine({ row, depth }: ExhibitLineProps) {
  if (!row) return <Coming />;
  return (
    <div className={classes('exhibit-line', lineTone(row))}>
      <TypeIcon mediaType={row.mediaType} />
      <Mono>{exhibitNumber(row.number)}</Mono>
      <span className="exhibit-line-title">
        <Indent row={row} depth={depth} />
        <LongName name={row.title} className="exhibit-name" />
        <Marks row={row} />
      </span>
      <span className="exhibit-line-source one-line" title={row.sourceName ?? undefined}>
        {row.sourceName ?? <span className="exhibit-line-none">no source</span>}
      </span>
      <span className="exhibit-line-grade">
        <GradeMark reliability={row.reliability} />
      </span>
      <span className="exhibit-line-language one-line" title={row.languages.map(languageWord).join(', ')}>
        {row.languages.join(' ')}
      </span>
      <span className="exhibit-line-published one-line">
        <DateText date={row.publishedOn} />
      </span>
      <span className="exhibit-line-pages">{row.pageCount > 0 ? formatCount(row.pageCount) : ''}</span>
      <span className="exhibit-line-size">{formatBytes(row.sizeBytes)}</span>
    </div>
  );
}

export function ExhibitShortLine({ row, depth }: ExhibitLineProps) {
  if (!row) return <Coming />;
  const facts = [
    typeWord(row.mediaType),
    row.pageCount > 0 ? `${formatCount(row.pageCount)} p` : '',
    row.languages.join(' '),
  ].filter(Boolean);
  return (
    <div className={classes('exhibit-short', lineTone(row))} style={{ paddingInlineStart: 12 + depth * 16 }}>
      <span className="exhibit-short-title">
        <TypeIcon mediaType={row.mediaType} size={15} />
        <LongName name={row.title} className="exhibit-name" />
      </span>
      <span className="exhibit-short-facts">
        <Mono>{exhibitNumber(row.number)}</Mono>
        <span className="one-line">{facts.join(' · ')}</span>
        <Marks row={row} />
        <span className="exhibit-short-grade">
          <GradeMark reliability={row.reliability} />
        </span>
      </span>
    </div>
  );
}

function lineTone(row: ExhibitRow): string | false {
  if (row.withdrawnAt) return 'exhibit-withdrawn';
  return row.openedAt === null && 'exhibit-unread';
}

function Indent({ row, depth }: { row: ExhibitRow; depth: number }) {
  if (row.parentId === null) return null;
  return (
    <span className="exhibit-line-indent" style={{ marginInlineStart: Math.max(0, depth - 1) * 16 }} title="Attachment">
      <CornerDownRight size={14} aria-hidden />
      <span className="visually-hidden">Attachment:</span>
    </span>
  );
}

/** What a person should know before opening: problems, marks, attachments. */
function Marks({ row }: { row: ExhibitRow }) {
  return (
    <span className="exhibit-marks">
      {row.openedAt === null && <span className="visually-hidden">unread</span>}
      {row.withdrawnAt && <Badge>withdrawn</Badge>}
      {isProblem(row.reading) && (
        <span className="exhibit-mark-problem" title={row.problem ?? readingWords[row.reading]}>
          <TriangleAlert size={14} aria-hidden />
          <span className="visually-hidden">{readingWords[row.reading]}</span>
        </span>
      )}
      {row.attachmentCount > 0 && (
        <span className="exhibit-mark" title={`${row.attachmentCount} attached`}>
          <Paperclip size={13} aria-hidden />
          {row.attachmentCount}
          <span className="visually-hidden">attached</span>
        </span>
      )}
      {row.passageCount > 0 && (
        <span className="exhibit-mark" title={`${row.passageCount} passages`}>
          <Highlighter size={13} aria-hidden />
          {row.passageCount}
          <span className="visually-hidden">passages</span>
        </span>
      )}
      <CommentMark subject={{ kind: 'exhibit', id: row.id }} />
    </span>
  );
}

/** Keeps the place of a row that is being read; it is there within a few ms, so it does not draw attention to itself. */
function Coming() {
  return (
    <div className="exhibit-coming" aria-hidden>
      <span className="exhibit-coming-bar" />
    </div>
  );
}
