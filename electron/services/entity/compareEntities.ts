/** What two records have in common and in conflict, before a person judges whether they are one. */
import type { OutputOf } from '../../../shared/contract/index.ts';
import { dateInCommon } from '../../../shared/domain/entity/datesAgree.ts';
import { typeOfProperty, valueKey } from '../../../shared/domain/entity/valueKey.ts';
import { commonSchema } from '../../../shared/domain/ftm/index.ts';
import type { EntityId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { membersOf } from './entitySql.ts';
import { judgementsTouching } from './judgementSql.ts';
import { statementsOf } from './statementSql.ts';

type Comparison = OutputOf<'entity.compare'>;

/** Types whose values point at one subject, or a few: what a merge may rest on beside the name. */
const IDENTIFYING = new Set(['identifier', 'iban', 'phone', 'email', 'address', 'url', 'entity']);
const IDENTIFYING_DATES = new Set(['birthDate', 'incorporationDate', 'buildDate', 'registrationDate']);

/** Both given as canonical ids. */
export function compareEntities(db: ReadableDb, leftId: EntityId, rightId: EntityId): Comparison {
  const [leftMembers, rightMembers] = [membersOf(db, leftId), membersOf(db, rightId)];
  const schemaOf = (members: typeof leftMembers) =>
    members.map(one => one.schema).reduce((left, right) => commonSchema(left, right) ?? left);
  const [leftSchema, rightSchema] = [schemaOf(leftMembers), schemaOf(rightMembers)];
  const [left, right] = [valuesOf(db, leftId, leftSchema), valuesOf(db, rightId, rightSchema)];
  const shared: Comparison['shared'] = [];
  const differing: Comparison['differing'] = [];
  for (const property of new Set([...left.keys(), ...right.keys()])) {
    const [ours, theirs] = [
      left.get(property) ?? new Map<string, string>(),
      right.get(property) ?? new Map<string, string>(),
    ];
    const common = [...ours].filter(([key]) => theirs.has(key));
    for (const [, value] of common) shared.push({ property, value, identifies: identifies(leftSchema, property) });
    if (common.length > 0 || ours.size === 0 || theirs.size === 0) continue;
    const [first, second] = [[...ours.values()], [...theirs.values()]];
    const wider = typeOfProperty(leftSchema, property) === 'date' ? dateInCommon(first, second) : null;
    // A year does not identify, as a day may.
    if (wider === null) differing.push({ property, left: first, right: second });
    else shared.push({ property, value: wider, identifies: false });
  }
  const rightIds = new Set<string>(rightMembers.map(one => one.id));
  const judged = judgementsTouching(
    db,
    leftMembers.map(one => one.id),
  ).find(one => rightIds.has(one.leftId) || rightIds.has(one.rightId));
  return { schema: commonSchema(leftSchema, rightSchema), shared, differing, judged: judged ?? null };
}

/** Whether the second identifier that a person named is one that both have. */
export function sharesIdentifier({ shared }: Comparison, identifier: string): boolean {
  const wanted = identifier.toLowerCase();
  return shared.some(
    ({ property, value, identifies: does }) =>
      does &&
      (property.toLowerCase() === wanted || value.toLowerCase() === wanted || wanted.includes(value.toLowerCase())),
  );
}

function identifies(schema: string, property: string): boolean {
  return IDENTIFYING.has(typeOfProperty(schema, property)) || IDENTIFYING_DATES.has(property);
}

/** By property, the values under the key that they are compared by. */
function valuesOf(db: ReadableDb, id: EntityId, schema: string): Map<string, Map<string, string>> {
  const values = new Map<string, Map<string, string>>();
  for (const { property, value, targetId, withdrawnAt } of statementsOf(db, id)) {
    if (withdrawnAt !== null) continue;
    const key = targetId ?? (valueKey(typeOfProperty(schema, property), value) || value.trim().toLowerCase());
    const of = values.get(property) ?? new Map<string, string>();
    if (!of.has(key)) of.set(key, value);
    values.set(property, of);
  }
  return values;
}
