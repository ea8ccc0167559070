/** What came inside the exhibit (attachments, an archive's members), at the foot of its page; each opens as its own exhibit. */
import { useState } from 'react';
import { exhibitNumber } from '../../../../shared/domain/exhibit.ts';
import { typeShape } from '../../../../shared/domain/mediaType.ts';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';
import { Button, Chip, classes, countOf, formatCount, VirtualList } from '../../../ui/index.ts';
import './PartsStrip.css';

interface Part {
  id: ExhibitId;
  number: number;
  title: string;
}

export interface PartsStripProps {
  mediaType: string;
  parts: readonly Part[];
  onOpen(exhibitId: ExhibitId): void;
}

/** As many as may fit into a line of a wide window; all of them are one press away. */
const SHOWN_AT_ONCE = 6;

export function PartsStrip({ mediaType, parts, onOpen }: PartsStripProps) {
  const [all, setAll] = useState(false);
  if (parts.length === 0) return null;
  const words = countOfParts(parts.length, mediaType);
  const isLong = parts.length > SHOWN_AT_ONCE;
  return (
    <section className="parts-strip" aria-label={words}>
      {all && (
        <VirtualList
          label={words}
          count={parts.length}
          getKey={index => parts[index]?.id ?? String(index)}
          role="grid"
          onActivate={index => parts[index] && onOpen(parts[index].id)}
          renderRow={index => (
            <span className="parts-strip-row">{parts[index] && <PartChip part={parts[index]} onOpen={onOpen} />}</span>
          )}
        />
      )}
      <div className={classes('parts-strip-line', isLong && 'parts-strip-many')}>
        <span className="parts-strip-count">{words}</span>
        {!all && (
          <ul>
            {parts.slice(0, SHOWN_AT_ONCE).map(part => (
              <li key={part.id}>
                <PartChip part={part} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        )}
        {isLong && (
          <Button kind="quiet" onPress={() => setAll(!all)}>
            {all ? 'Fewer' : `All ${formatCount(parts.length)}`}
          </Button>
        )}
      </div>
    </section>
  );
}

function PartChip({ part, onOpen }: { part: Part; onOpen(exhibitId: ExhibitId): void }) {
  const label = `${exhibitNumber(part.number)} ${part.title}`;
  return <Chip kind="exhibit" label={label} name={`Open ${label}`} onPress={() => onOpen(part.id)} />;
}

export function countOfParts(count: number, mediaType: string): string {
  if (/^application\/(mbox|vnd\.ms-outlook-pst)$/.test(mediaType)) return countOf(count, 'message');
  const shape = typeShape(mediaType);
  if (shape === 'archive') return countOf(count, 'member');
  return countOf(count, shape === 'mail' ? 'attachment' : 'enclosed document');
}
