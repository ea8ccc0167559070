/** Thrown inside the extractor for what a person can understand; anything else that is thrown becomes `unreadable`. */
import type { ExtractionProblem, ExtractionProblemCode } from '../../shared/domain/extraction.ts';

export class ExtractionFailure extends Error {
  override readonly name = 'ExtractionFailure';
  readonly problem: ExtractionProblem;

  constructor(code: ExtractionProblemCode, detail: string, options?: { cause?: unknown }) {
    super(detail, options);
    this.problem = { code, detail };
  }
}

/**
 * Messages of parsers are for programmers and may carry text of the document, so none reaches the person; a memory
 * shortage is told apart because retrying with fewer processes can help.
 */
export function problemOf(error: unknown): ExtractionProblem {
  if (error instanceof ExtractionFailure) return error.problem;
  const message = error instanceof Error ? error.message : String(error);
  if (
    /out of memory|allocation failed|Invalid (array buffer|string|typed array) length|memory access out of bounds.*alloc|OOM/i.test(
      message,
    )
  ) {
    return { code: 'out-of-memory', detail: 'The document needs more memory than the extractor may use.' };
  }
  if (/call stack/i.test(message)) {
    return { code: 'unreadable', detail: 'The document is nested too deeply to be read.' };
  }
  return { code: 'unreadable', detail: 'The document is damaged or not what it claims to be; its reader stopped.' };
}
