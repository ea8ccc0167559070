/** The item in hand: what it is, when, who was in it, how sure it is, and the words that it rests on. */
import { ArrowRight } from 'lucide-react';
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import type { EntityChip } from '../../../shared/domain/entity/entity.ts';
import { type Clash, describeSpan } from '../../../shared/domain/timeline/index.ts';
import { type EntityId, StatementId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Button, Fact, Facts, Loading, Section } from '../../ui/index.ts';
import { CitedWords, EntityLink } from '../entity/index.ts';
import { ClaimCitations } from './ClaimCitations.tsx';
import { ClashList } from './ClashList.tsx';
import { sourceWords } from './timelineData.ts';
import { Weight } from './Weight.tsx';

export interface TimelineInspectorProps {
  item: TimelineItem;
  byId: ReadonlyMap<EntityId, EntityChip>;
  clashes: readonly Clash<TimelineItem>[];
  withPyongyang: boolean;
  onOpen(item: TimelineItem): void;
  onSelect(item: TimelineItem): void;
}

const openWords = {
  event: 'Open the event',
  relationship: 'Open the tie',
  statement: 'Open the entity',
  claim: 'Open the finding',
  exhibit: 'Open the exhibit',
} as const;

export function TimelineInspector({ item, byId, clashes, withPyongyang, onOpen, onSelect }: TimelineInspectorProps) {
  const own = clashes.filter(clash => clash.items.some(one => one.id === item.id));
  const self = item.entityId === null ? undefined : byId.get(item.entityId);
  return (
    <article className="timeline-inspector" aria-label={item.title}>
      <header className="timeline-inspector-head">
        <p className="timeline-inspector-kind">{sourceWords[item.source].one}</p>
        <h2 dir="auto">{item.title}</h2>
        <Button kind="quiet" icon={ArrowRight} onPress={() => onOpen(item)}>
          {openWords[item.source]}
        </Button>
      </header>
      <div className="timeline-inspector-facts">
        <Facts>
          <Fact name="When">{describeSpan(item.fromOn, item.toOn, withPyongyang)}</Fact>
          {item.kindLabel !== 'claim' && item.source !== 'exhibit' && <Fact name="Kind">{item.kindLabel}</Fact>}
          {item.place && <Fact name="Place">{item.place.words}</Fact>}
          {item.source !== 'exhibit' && (
            <Fact name="How sure">
              <Weight item={item} />
            </Fact>
          )}
          {item.source === 'statement' && self && (
            <Fact name="Said of">
              <EntityLink entity={self} />
            </Fact>
          )}
        </Facts>
      </div>
      {own.length > 0 && (
        <Section title="Does not go together" count={own.length}>
          <ClashList clashes={own} onSelect={onSelect} label="Clashes of this item" />
        </Section>
      )}
      {(item.source === 'event' || item.source === 'relationship') && item.entityId !== null && (
        <Section title="Who and what">
          <Sides entityId={item.entityId} />
        </Section>
      )}
      {item.source === 'claim' && item.entityIds.length > 0 && (
        <Section title="Tells of">
          <span className="timeline-who">
            {item.entityIds
              .flatMap(id => byId.get(id) ?? [])
              .map(chip => (
                <EntityLink key={chip.id} entity={chip} />
              ))}
          </span>
        </Section>
      )}
      {item.source !== 'exhibit' && (
        <Section title="Words that it rests on" count={item.citationCount}>
          {item.claimId !== null && item.findingId !== null ? (
            <ClaimCitations findingId={item.findingId} claimId={item.claimId} />
          ) : (
            item.entityId !== null && <CitedWords entityIds={[item.entityId]} statementIds={statementsOf(item)} />
          )}
        </Section>
      )}
    </article>
  );
}

/** A dated value is a statement, another date given is one of an event; an event or a tie is all that is said of it. */
function statementsOf({ id, entityId }: TimelineItem): StatementId[] | undefined {
  if (id === entityId) return undefined;
  const read = StatementId.safeParse(id.split(' ').at(-1));
  return read.success ? [read.data] : undefined;
}

/** Participants with their roles, or the two sides of a tie. */
function Sides({ entityId }: { entityId: EntityId }) {
  const { data } = useQuery('entity.get', { entityId });
  if (!data) return <Loading label="Reading who was in it" rows={2} />;
  const sides = data.links.filter(link => link.direction === 'out' && link.other !== null && link.other.id !== data.id);
  return (
    <ul className="timeline-sides">
      {sides.map(link => (
        <li key={`${link.statementId} ${link.other?.id}`}>
          <span className="timeline-side-role">{link.words}</span>
          {link.other && <EntityLink entity={link.other} />}
        </li>
      ))}
      {sides.length === 0 && <li className="inspector-soft">Nobody is named in it yet.</li>}
    </ul>
  );
}
