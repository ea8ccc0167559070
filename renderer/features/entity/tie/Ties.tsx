/** What ties an entity to others, by kind of tie, read from its side. */
import { Link2, Plus } from 'lucide-react';
import type { LinkView } from '../../../../shared/contract/entity.ts';
import { Button, Empty } from '../../../ui/index.ts';
import { TieLine } from './TieLine.tsx';
import { groupTies, linkKey } from './tieGroups.ts';
import './Ties.css';

export interface TiesProps {
  links: readonly LinkView[];
  onAdd(): void;
}

export function Ties({ links, onAdd }: TiesProps) {
  const groups = groupTies(links);
  const add = (
    <Button icon={Plus} shortcut="R" onPress={onAdd}>
      Relate to another
    </Button>
  );
  if (groups.length === 0)
    return (
      <Empty
        icon={Link2}
        title="Nothing is tied to it yet"
        text="Who owns, directs, pays or represents whom, with dates and the words that say so."
        action={add}
      />
    );
  return (
    <div className="ties">
      {groups.map(group => (
        <section key={group.id} aria-label={group.label}>
          <h3 className="ties-head">
            {group.label} <span className="ties-count">{group.links.length}</span>
          </h3>
          <ul>
            {group.links.map(link => (
              <TieLine key={linkKey(link)} link={link} />
            ))}
          </ul>
        </section>
      ))}
      <div>{add}</div>
    </div>
  );
}
