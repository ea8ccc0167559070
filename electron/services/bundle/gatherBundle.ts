/** What a bundle is made of: the report's gathering and the entities with what these rest on, less the words of exhibits that stay here. */
import type { Exhibit } from '../../../shared/domain/exhibit.ts';
import type { Source } from '../../../shared/domain/source.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { findExhibit } from '../exhibit/index.ts';
import type { LeavingId } from '../interchange/index.ts';
import { type Compilation, disclosed, type Gathered, gatherReport, type Selection, shownBy } from '../report/index.ts';
import { sourceLookup } from '../source/index.ts';
import { entitiesThatGo } from './entities/entitiesThatGo.ts';
import { exhibitsBehind } from './entities/entitySql.ts';
import type { Withheld } from '../departure/index.ts';
import { othersTurn } from './othersTurn.ts';

export interface GatheredBundle extends Gathered {
  /** All that the bundle describes: what findings, requests, figures and entities rest on, and what that came inside of. */
  exhibits: Exhibit[];
  /** Where these come from. */
  sources: Source[];
  entities: LeavingId[];
  /** Exhibits that findings, requests or figures rest on. */
  reported: ReadonlySet<string>;
  /** Exhibits whose bytes go. */
  going: Exhibit[];
  withheld: Withheld[];
}

/** Every word of what would go is read for the names to hide: others have their turn meanwhile, and may stop it. */
export async function gatherBundle(
  db: ReadableDb,
  selection: Selection,
  compilation: Compilation,
  signal?: AbortSignal,
): Promise<GatheredBundle> {
  const gathered = gatherReport(db, selection, compilation);
  const { input, withholding } = gathered;
  await othersTurn(signal);
  const entities = entitiesThatGo(db, selection, gathered);
  const behind = exhibitsBehind(
    db,
    selection.caseId,
    entities.map(({ id }) => id),
  );
  const exhibits = withFamilies(db, input.exhibits, behind);
  const ofOtherCases = shownBy(input.figures);
  for (const { id } of [...exhibits, ...ofOtherCases]) {
    withholding.reasonOf(id);
    await othersTurn(signal);
  }
  const withheld = withholding.withheld(exhibits);
  const shown = withholding.withheld(ofOtherCases);
  const reasons = new Map([...withheld, ...shown].map(({ exhibit, reason }) => [exhibit.id as string, reason]));
  const sources = sourceLookup(db);
  return {
    ...gathered,
    input: { ...input, withheld: reasons },
    exhibits,
    sources: [...new Set(exhibits.flatMap(exhibit => exhibit.sourceId ?? []))].flatMap(id =>
      disclosed(sources.get(id), gathered.choice),
    ),
    entities,
    reported: new Set<string>(input.exhibits.map(exhibit => exhibit.id)),
    withheld,
    going: exhibits.filter(exhibit => !reasons.has(exhibit.id)),
  };
}

/** Each once, by number; what something came inside of comes with it. */
function withFamilies(db: ReadableDb, known: readonly Exhibit[], more: readonly string[]): Exhibit[] {
  const found = new Map<string, Exhibit>(known.map(exhibit => [exhibit.id, exhibit]));
  const open = more.filter(id => !found.has(id));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const exhibit = found.has(id) ? null : findExhibit(db, id);
    if (!exhibit) continue;
    found.set(id, exhibit);
    if (exhibit.parentId) open.push(exhibit.parentId);
  }
  return [...found.values()].sort((left, right) => left.number - right.number);
}
