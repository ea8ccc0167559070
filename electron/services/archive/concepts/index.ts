/** All that travels, in the order in which it can be written: what is pointed at comes before what points at it. */
import { commentConcepts } from './comments.ts';
import type { Concept } from './concept.ts';
import { entityConcepts } from './entities.ts';
import { evidenceConcepts } from './evidence.ts';
import { findingConcepts } from './findings.ts';

const byName = new Map<string, Concept>();
for (const concept of [...evidenceConcepts, ...entityConcepts, ...findingConcepts, ...commentConcepts])
  byName.set(concept.name, concept);

export const concepts: readonly Concept[] = [...byName.values()];

export function conceptNamed(name: string): Concept | null {
  return byName.get(name) ?? null;
}

export type { Column, Concept, Field, LogConcept, MembershipConcept, RecordConcept } from './concept.ts';
