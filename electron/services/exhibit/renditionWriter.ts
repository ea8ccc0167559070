/**
 * Takes pages as the extractor gives them. A short document is held until it is whole and goes in with the transaction
 * that finishes it, since each transaction waits for the disk; a long one goes in by batches, memory staying flat.
 */
import type { ExtractedPage, ExtractionSummary } from '../../../shared/domain/extraction.ts';
import type { Sha256 } from '../../../shared/kernel/digest.ts';
import type { RenditionId } from '../../../shared/kernel/ids.ts';
import type { JobContext } from '../../jobs/jobContext.ts';
import type { CommandContext } from '../context.ts';
import { beginRendition, dropUnfinishedRendition, finishRendition, insertPages } from './renditionSql.ts';

const mostHeldPages = 64;
const mostHeldCharacters = 1_000_000;

export class RenditionWriter {
  readonly #job: JobContext;
  readonly #sha256: Sha256;
  #held: ExtractedPage[] = [];
  #heldCharacters = 0;
  #id: RenditionId | null = null;

  constructor(job: JobContext, sha256: Sha256) {
    this.#job = job;
    this.#sha256 = sha256;
  }

  add(pages: readonly ExtractedPage[]): void {
    this.#held.push(...pages);
    for (const page of pages) this.#heldCharacters += page.text.length;
    if (this.#held.length > mostHeldPages || this.#heldCharacters > mostHeldCharacters)
      this.#job.write(ctx => this.#writeHeld(ctx));
  }

  /** In the caller's transaction: what is still held, and that it is whole. */
  finish(ctx: CommandContext, summary: ExtractionSummary): RenditionId {
    const id = this.#writeHeld(ctx);
    finishRendition(ctx.db, id, this.#sha256, summary);
    return id;
  }

  /** Leaves nothing of it behind. */
  drop(): void {
    const id = this.#id;
    if (id !== null) this.#job.write(({ db }) => dropUnfinishedRendition(db, id));
    this.#id = null;
    this.#held = [];
  }

  #writeHeld(ctx: CommandContext): RenditionId {
    const id = this.#id ?? ctx.newId('ren');
    if (this.#id === null) beginRendition(ctx.db, id, this.#sha256, ctx.now());
    insertPages(ctx.db, id, this.#held);
    this.#id = id;
    this.#held = [];
    this.#heldCharacters = 0;
    return id;
  }
}
