/** What follows from merged records and is not itself sent: clusters and captions of entities, groups of near copies. */
import type { EntityId, ExhibitId } from '../../../shared/kernel/ids.ts';
import type { CommandContext } from '../context.ts';
import { joinAlike } from '../copy/index.ts';
import { settleEntities } from '../entity/index.ts';
import type { Concept } from './concepts/index.ts';
import type { RecordState } from './recordState.ts';

export class Follower {
  readonly #ctx: CommandContext;
  readonly #entities = new Set<EntityId>();
  readonly #exhibits = new Set<ExhibitId>();

  constructor(ctx: CommandContext) {
    this.#ctx = ctx;
  }

  touched({ name }: Pick<Concept, 'name'>, { id, frozen }: Pick<RecordState, 'id' | 'frozen'>): void {
    switch (name) {
      case 'entity':
        this.#entities.add(id as EntityId);
        break;
      case 'statement':
        this.#entities.add(frozen['entity_id'] as EntityId);
        break;
      case 'entity-judgement':
        this.#entities.add(frozen['left_id'] as EntityId);
        this.#entities.add(frozen['right_id'] as EntityId);
        break;
      case 'statement-choice':
        this.#entities.add((JSON.parse(id) as string[])[0] as EntityId);
        break;
      case 'exhibit':
        this.#exhibits.add(id as ExhibitId);
        break;
      default:
        break;
    }
  }

  follow(): void {
    settleEntities(this.#ctx, [...this.#entities]);
    for (const id of this.#exhibits) joinAlike(this.#ctx.db, id);
  }
}
