/** How commands name entities (by an id, ours or that of elsewhere, or by a name that only one has) and what is stated of them. */
import { InvalidArgumentError } from 'commander';
import { EntityKind, type EntityRow } from '../../shared/domain/entity/entity.ts';
import type { StatementDraft } from '../../shared/domain/entity/statement.ts';
import { typeOfProperty } from '../../shared/domain/entity/valueKey.ts';
import { readQuantity } from '../../shared/domain/entity/quantity.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import type { EntityId } from '../../shared/kernel/ids.ts';
import type { z } from 'zod';
import type { Core } from '../core.ts';
import { findEntityNamed } from '../services/entity/index.ts';

export const ROWS_AT_ONCE = 500;

/** @throws not-found; invalid-input where several have the name */
export async function requireEntityNamed(core: Core, typed: string): Promise<EntityId> {
  const direct = findEntityNamed(core.session.connection.readable, typed);
  if (direct) return direct;
  const wanted = typed.normalize('NFC').toLowerCase();
  const { rows } = await core.dispatcher.run('entity.list', {
    caseId: null,
    words: typed.slice(0, 300),
    kinds: EntityKind.options,
    limit: ROWS_AT_ONCE,
  });
  const same = rows.filter(({ caption }) => caption.normalize('NFC').toLowerCase() === wanted);
  const [only, ...others] = same;
  if (!only) throw new ProbatumError('not-found', { what: 'entity', id: typed });
  if (others.length > 0)
    throw new ProbatumError('invalid-input', {
      operation: 'entity',
      problem: `“${typed}” may be ${same.map(describeEntity).join(', or ')}; give the id`,
    });
  return only.id;
}

export function describeEntity({ id, caption, hint }: Pick<EntityRow, 'id' | 'caption' | 'hint'>): string {
  return `${id} (${[caption, hint].filter(Boolean).join(', ')})`;
}

/** `property=value`; the value may hold the sign again. */
export function readAssignment(typed: string, before: [string, string][] = []): [string, string][] {
  const at = typed.indexOf('=');
  if (at < 1 || at === typed.length - 1) throw new InvalidArgumentError('Write it as property=value.');
  return [...before, [typed.slice(0, at).trim(), typed.slice(at + 1).trim()]];
}

/** What is stated: a property that names another entity takes that entity's id or name, a quantity is computed beside its words. */
export async function draftOf(
  core: Core,
  schema: string,
  [property, value]: readonly [string, string],
): Promise<z.input<typeof StatementDraft>> {
  const type = typeOfProperty(schema, property);
  if (type === 'entity') {
    const targetId = await requireEntityNamed(core, value);
    return { property, value: targetId, targetId };
  }
  const quantity = type === 'quantity' ? readQuantity(value) : null;
  return { property, value, ...(quantity ? { detail: { quantity } } : {}) };
}
