import type { ArchivePreFlight } from '../../../shared/contract/archive.ts';
import { formatCount } from '../../ui/index.ts';
import './archive.css';

/** What goes besides the exhibits, by concept. */
export function RecordCounts({ counts }: { counts: ArchivePreFlight['counts'] }) {
  const others = counts.filter(({ concept }) => concept !== 'case' && concept !== 'exhibit');
  if (others.length === 0) return null;
  return (
    <section className="record-counts" aria-label="Records that go">
      <h3>With them</h3>
      <ul>
        {others.map(({ concept, words, count }) => (
          <li key={concept}>
            {formatCount(count)} {words}
          </li>
        ))}
      </ul>
    </section>
  );
}
