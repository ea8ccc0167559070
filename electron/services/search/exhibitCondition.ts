/** The field filters of a query as one SQL condition with its parameters; no value stands in the SQL text. */
import type { FieldCondition, FieldFilter } from '../../../shared/domain/search/index.ts';
import { readExhibitNumber } from '../../../shared/domain/exhibit.ts';
import { typePatterns } from '../../../shared/domain/mediaType.ts';
import type { SqlValue } from '../../db/handles.ts';
import { likeContains } from '../../db/rows.ts';

export interface SqlCondition {
  sql: string;
  parameters: Record<string, SqlValue>;
}

/** For a statement over `exhibit JOIN document USING (sha256) LEFT JOIN source ON source.id = exhibit.source_id`. */
export function exhibitCondition(fields: readonly FieldFilter[]): SqlCondition {
  const parameters: Record<string, SqlValue> = {};
  const byField = new Map<string, string[]>();
  for (const [at, filter] of fields.entries()) {
    const sql = conditionOf(filter, `f${at}`, parameters);
    // `type:pdf type:eml` are alternatives; what is excluded is excluded each for itself.
    const key = filter.negated ? `not ${at}` : filter.field;
    byField.set(key, [...(byField.get(key) ?? []), filter.negated ? `NOT coalesce((${sql}), 0)` : sql]);
  }
  const all = [...byField.values()].map(alternatives => `(${alternatives.join(' OR ')})`);
  return { sql: all.length === 0 ? '1' : all.join(' AND '), parameters };
}

function conditionOf(filter: FieldCondition, name: string, parameters: Record<string, SqlValue>): string {
  const bind = (suffix: string, value: SqlValue) => {
    parameters[`${name}${suffix}`] = value;
    return `$${name}${suffix}`;
  };
  switch (filter.field) {
    case 'case': {
      const pattern = bind('', likeContains(filter.value));
      return `exhibit.case_id IN (SELECT id FROM case_record WHERE reference LIKE ${pattern} ESCAPE '\\' OR title LIKE ${pattern} ESCAPE '\\')`;
    }
    case 'type':
      return `(${typePatterns(filter.value)
        .map((pattern, at) => `media_type LIKE ${bind(`p${at}`, pattern)} ESCAPE '\\'`)
        .join(' OR ')})`;
    case 'lang':
      return `EXISTS (SELECT 1 FROM json_each(languages) WHERE value = ${bind('', filter.value)} OR value LIKE ${bind('sub', `${filter.value}-%`)})`;
    case 'source':
      return `source.name LIKE ${bind('', likeContains(filter.value))} ESCAPE '\\'`;
    case 'exhibit':
      return `number = ${bind('', readExhibitNumber(filter.value) ?? -1)}`;
    case 'grade': {
      const parts = [];
      if (filter.reliability !== null) parts.push(`source.reliability = ${bind('r', filter.reliability)}`);
      if (filter.credibility !== null) {
        parts.push(`EXISTS (SELECT 1 FROM citation JOIN passage ON passage.id = passage_id WHERE passage.exhibit_id = exhibit.id
                    AND citation.withdrawn_at IS NULL AND credibility = ${bind('c', filter.credibility)})`);
      }
      return parts.join(' AND ');
    }
    case 'date': {
      // EDTF sorts as text; `2021-03` begins before and, with -99 behind it, ends after each of its days.
      const from = `rtrim(substr(published_on || '/', 1, instr(published_on || '/', '/') - 1), '~?%')`;
      const to = `rtrim(CASE WHEN instr(published_on, '/') > 0 THEN substr(published_on, instr(published_on, '/') + 1) ELSE published_on END, '~?%') || '-99'`;
      const parts = ['published_on IS NOT NULL'];
      if (filter.to !== null) parts.push(`${from} <= ${bind('t', filter.to)}`);
      if (filter.from !== null) parts.push(`${to} >= ${bind('f', filter.from)}`);
      return parts.join(' AND ');
    }
    case 'has':
      return hasConditions[filter.value];
  }
}

const standingPassage = 'SELECT 1 FROM passage WHERE passage.exhibit_id = exhibit.id AND passage.withdrawn_at IS NULL';
const hasConditions = {
  passage: `EXISTS (${standingPassage})`,
  citation: `EXISTS (${standingPassage} AND EXISTS (SELECT 1 FROM citation WHERE passage_id = passage.id AND citation.withdrawn_at IS NULL))`,
  attachment: 'EXISTS (SELECT 1 FROM exhibit child WHERE child.parent_id = exhibit.id)',
  problem: `reading IN ('unreadable', 'password-needed')`,
  password: `reading = 'password-needed'`,
} as const;
