/** How a tie by property reads from either side: an event's participants take part in it, a passport has its holder. */
import { type EntityKind, schemaOrThing } from '../ftm/index.ts';

export interface TieWords {
  /** As read from the source of the line. */
  label: string;
  /** As read from its target. */
  backLabel: string;
  /** False: the one that is named stands at the source, as participants do before their event. */
  ownerIsSource: boolean;
}

export interface PropertyTie {
  ownerSchema: string;
  ownerKind: EntityKind;
  property: string;
  role: string;
}

/** Properties of events that name who was in it. */
const TAKING_PART = new Set(['participant', 'involved', 'organizer']);

export function tieWords({ ownerSchema, ownerKind, property, role }: PropertyTie): TieWords {
  const named = (schemaOrThing(ownerSchema).properties.get(property)?.label ?? property).toLowerCase();
  if (ownerKind === 'event' && TAKING_PART.has(property)) {
    const part = role || (property === 'organizer' ? 'organiser' : '');
    return part === ''
      ? { label: 'took part in', backLabel: 'involved', ownerIsSource: false }
      : { label: `took part as ${part} in`, backLabel: `had as ${part}`, ownerIsSource: false };
  }
  const words = role === '' ? named : `${named} (${role})`;
  return { label: `has as ${words}`, backLabel: `is ${words} of`, ownerIsSource: true };
}
