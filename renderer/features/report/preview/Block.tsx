import type { ReportBlock } from '../../../../shared/domain/report/index.ts';
import { classes } from '../../../ui/index.ts';
import { type NoteLinks, Runs } from './Runs.tsx';

/** One block of the report as it will stand on the page. */
export function Block({ block, notes }: { block: ReportBlock; notes: NoteLinks }) {
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
  }
}

function PaperTable({ block, notes }: { block: Extract<ReportBlock, { type: 'table' }>; notes: NoteLinks }) {
  const shares = block.columns.reduce((sum, column) => sum + column.share, 0);
  return (
    <table className={classes('paper-table', block.columns.length > 5 && 'paper-table-wide')}>
      <caption>{block.caption}</caption>
      <colgroup>
        {block.columns.map(column => (
          <col key={column.label} style={{ width: `${(100 * column.share) / shares}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {block.columns.map(column => (
            <th key={column.label} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, index) => (
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
