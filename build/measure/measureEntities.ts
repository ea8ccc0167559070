/** Whether FollowTheMoney files come out as they went in: imported, exported, and compared entity by entity, property by property. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Core } from '../../electron/core.ts';
import type { CaseId, ExhibitId } from '../../shared/kernel/ids.ts';

type Properties = Map<string, Set<string>>;

export interface EntityComparison {
  entities: number;
  statements: number;
  importSeconds: number;
  exportSeconds: number;
  /** `id property value` of what went in and did not come out. */
  lost: string[];
  problems: string[];
}

export async function measureEntities(
  core: Core,
  { caseId, exhibitId, path, scratch }: { caseId: CaseId; exhibitId: ExhibitId; path: string; scratch: string },
): Promise<EntityComparison> {
  const importing = performance.now();
  const imported = await core.dispatcher.run('interchange.import', { caseId, exhibitId });
  const state = await core.jobs.finished(imported.jobId);
  if (state.state !== 'succeeded') throw new Error(`the import ended ${JSON.stringify(state)}`);
  const importSeconds = (performance.now() - importing) / 1000;
  const [latest] = await core.dispatcher.run('interchange.imports', { caseId });
  const out = join(scratch, 'out.ftm.json');
  const exporting = performance.now();
  const exported = await core.dispatcher.run('interchange.export', {
    caseId,
    format: 'ftm',
    to: core.grants.grant(out),
  });
  await core.jobs.finished(exported.jobId);
  const exportSeconds = (performance.now() - exporting) / 1000;
  if (!existsSync(out)) throw new Error('nothing was exported');
  const [given, got] = [await readProperties(path), await readProperties(out)];
  const lost: string[] = [];
  let statements = 0;
  for (const [id, properties] of given)
    for (const [property, values] of properties)
      for (const value of values) {
        statements += 1;
        if (!got.get(id)?.get(property)?.has(value)) lost.push(`${id} ${property} ${value}`);
      }
  const problems = latest?.report?.problems.map(({ row, sentence }) => `row ${row}: ${sentence}`) ?? [];
  return { entities: given.size, statements, importSeconds, exportSeconds, lost, problems };
}

/** What an entity has on several lines counts as one. */
async function readProperties(path: string): Promise<Map<string, Properties>> {
  const entities = new Map<string, Properties>();
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    if (line.trim() === '') continue;
    const { id, properties } = JSON.parse(line) as { id: string; properties?: Record<string, string[]> };
    const known = entities.get(id) ?? new Map<string, Set<string>>();
    entities.set(id, known);
    for (const [property, values] of Object.entries(properties ?? {})) {
      const before = known.get(property) ?? new Set<string>();
      known.set(property, before);
      for (const value of values) if (value.trim() !== '') before.add(value);
    }
  }
  return entities;
}

export function printEntities(path: string, compared: EntityComparison): void {
  const { entities, statements, importSeconds, exportSeconds, lost, problems } = compared;
  console.log(
    `Entities: ${path}: ${entities} entities with ${statements} values; imported in ${importSeconds.toFixed(1)} s, exported in ${exportSeconds.toFixed(1)} s; ${lost.length} values lost, ${problems.length} rows with a problem`,
  );
  for (const one of [...lost, ...problems].slice(0, 20)) console.log(`  ${one}`);
}
