import type { ReportBlock, ReportTableBlock } from '../../../../shared/domain/report/index.ts';
import { classes } from '../../../ui/index.ts';
import { PaperFigure } from './PaperFigure.tsx';
import { type PaperLinks, Runs } from './Runs.tsx';

/** One block of the report as it will stand on the page. */
export function Block({ block, notes }: { block: ReportBlock; notes: PaperLinks }) {
  switch (block.type) {
    case 'heading': {
      const Heading = (['h3', 'h4', 'h5'] as const)[block.level - 1] ?? 'h5';
      return <Heading className={`paper-heading paper-heading-${block.level}`}>{block.text}</Heading>;
    }
    case 'paragraph':
      return (
        <p
          className={classes(
            'paper-paragraph',
            block.tone === 'caution' && 'paper-caution',
            block.number === null && 'paper-unnumbered',
          )}
          dir="auto"
        >
          {block.number !== null && <span className="paper-number">{block.number}.</span>}
          <span>
            <Runs runs={block.runs} notes={notes} />
          </span>
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className={`paper-list ${block.ordered ? 'paper-list-ordered' : ''}`}>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their order
            <li key={index} dir="auto">
              <Runs runs={item} notes={notes} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <PaperTable block={block} notes={notes} />;
    case 'figure':
      return <PaperFigure block={block} links={notes} />;
  }
}

/** The table of a large figure has more rows than anybody reads on a screen; what is written has them all. */
const ROWS_SHOWN = 200;

function PaperTable({ block, notes }: { block: ReportTableBlock; notes: PaperLinks }) {
  const left = block.rows.length - ROWS_SHOWN;
  const shares = block.columns.reduce((sum, column) => sum + column.share, 0);
  return (
    <table
      className={classes('paper-table', block.columns.length > 5 && 'paper-table-wide')}
      id={block.id === undefined ? undefined : `part-${block.id}`}
    >
      <caption className="paper-table-caption" tabIndex={-1}>
        {block.caption}
        {left > 0 && ` (The first ${ROWS_SHOWN} of ${block.rows.length} rows; all of them are written.)`}
      </caption>
      <colgroup>
        {block.columns.map((column, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns of a figure's table may bear the same name
          <col key={at} style={{ width: `${(100 * column.share) / shares}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {block.columns.map((column, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a figure's table may bear the same name
            <th key={at} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.slice(0, ROWS_SHOWN).map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their order
          <tr key={index}>
            {row.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of the columns
              <td key={at} className={block.columns[at]?.mono ? 'paper-mono' : undefined} dir="auto">
                <Runs runs={cell} notes={notes} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
