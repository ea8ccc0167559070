/** What is in hand on the map: the position as printed and as computed, when, who, and the words that it rests on. */
import { FileText, ZoomIn } from 'lucide-react';
import type { EntityChip } from '../../../shared/domain/entity/entity.ts';
import { writeCoordinates, type WrittenNotation } from '../../../shared/domain/geo/index.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import { Button, Fact, Facts, PaneHeader, Section } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { CitedWords, EntityLink } from '../entity/index.ts';
import { kindWords, positionWords, whenWords } from './figure/mapTable.ts';
import { type PlacedFeature, sourceWords } from './mark/featureFacts.ts';
import { MarkSign } from './MarkSign.tsx';
import { wgs84Words } from '../position/index.ts';

export interface MapInspectorProps {
  features: readonly PlacedFeature[];
  chips: ReadonlyMap<EntityId, EntityChip>;
  notation: WrittenNotation;
  onSelect(feature: PlacedFeature): void;
  onZoom(features: readonly PlacedFeature[]): void;
}

export function MapInspector({ features, chips, notation, onSelect, onZoom }: MapInspectorProps) {
  const [only] = features;
  if (!only) return null;
  if (features.length === 1)
    return <One feature={only} chips={chips} notation={notation} onZoom={() => onZoom(features)} />;
  return (
    <>
      <PaneHeader
        title="Marks here"
        count={features.length}
        actions={
          <Button kind="quiet" icon={ZoomIn} onPress={() => onZoom(features)}>
            Nearer
          </Button>
        }
      />
      <ul className="map-inspector map-marks">
        {features.map(feature => (
          <li key={feature.id}>
            <button type="button" className="map-row-title" onClick={() => onSelect(feature)}>
              <MarkSign source={feature.source} strength={feature.strength} />
              <span className="map-where">
                <span dir="auto">{feature.title}</span>
                <span className="position-soft">
                  {kindWords(feature)}, {whenWords(feature)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

interface OneProps extends Pick<MapInspectorProps, 'chips' | 'notation'> {
  feature: PlacedFeature;
  onZoom(): void;
}

function One({ feature, chips, notation, onZoom }: OneProps) {
  const { go } = useNavigate();
  const { source, entityId, statementId, exhibitId, pageIndex, original, datum } = feature;
  const self = entityId === null ? undefined : chips.get(entityId);
  const computed = wgs84Words(feature);
  const partakers = feature.entityIds.flatMap(id => (id === entityId ? [] : (chips.get(id) ?? [])));
  const open = () => {
    if (exhibitId !== null)
      go({ place: 'exhibits', exhibitId, at: pageIndex === null ? undefined : { kind: 'page', pageIndex } });
  };
  return (
    <div className="map-inspector">
      <PaneHeader
        title={sourceWords[source]}
        actions={
          <Button kind="quiet" icon={ZoomIn} onPress={onZoom}>
            Nearer
          </Button>
        }
      />
      <div className="map-inspector-lead">
        <h3 className="map-title" dir="auto">
          {feature.title}
        </h3>
        <span className="map-kind">
          <MarkSign source={source} strength={feature.strength} /> {kindWords(feature)}
        </span>
        {self && <EntityLink entity={self} />}
        {source === 'claimed' && (
          <p className="position-soft">
            Written in the file’s own metadata, which anyone can write; nobody has verified it. It becomes a statement
            when somebody records it with the words or the picture that bear it out.
          </p>
        )}
      </div>
      <Section title="Position">
        <Facts>
          <Fact name="As printed">
            <span dir="auto">{original}</span>
          </Fact>
          <Fact name="Read as">
            <span className="position-figures">{positionWords(feature, notation)}</span>
          </Fact>
          {notation !== 'decimal' && (
            <Fact name="Decimal">
              <span className="position-figures">{positionWords(feature, 'decimal')}</span>
            </Fact>
          )}
          <Fact name="Datum">{datum}</Fact>
          {computed && (
            <Fact name="In WGS 84">
              <span className="position-figures">{writeCoordinates(feature.drawn, notation)}</span>{' '}
              <span className="position-soft">{computed.note} The mark stands here.</span>
            </Fact>
          )}
          <Fact name="When">{whenWords(feature)}</Fact>
        </Facts>
      </Section>
      {partakers.length > 0 && (
        <Section title={source === 'event' ? 'Took part' : 'Has this address'} count={partakers.length}>
          <div className="map-partakers">
            {partakers.map(chip => (
              <EntityLink key={chip.id} entity={chip} />
            ))}
          </div>
        </Section>
      )}
      {entityId !== null && statementId !== null && (
        <Section title="Words cited">
          <CitedWords entityIds={[entityId]} />
        </Section>
      )}
      {source === 'claimed' && exhibitId !== null && (
        <Section title="Exhibit">
          <Button icon={FileText} onPress={open}>
            Open the file
          </Button>
        </Section>
      )}
    </div>
  );
}
