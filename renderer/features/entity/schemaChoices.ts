/** Schemata that an entity may be given in place of its own. Pure. */
import { commonSchema, everydaySchemata, kindOfSchema } from '../../../shared/domain/ftm/index.ts';

/** Those of its kind, and what is nearest to it in the model first. */
export function schemaChoices(schema: string): string[] {
  const usual: readonly string[] = everydaySchemata[kindOfSchema(schema)];
  const all = usual.includes(schema) ? usual : [schema, ...usual];
  const related = (one: string) => Number(commonSchema(one, schema) === null);
  return [...all].sort((left, right) => related(left) - related(right));
}
