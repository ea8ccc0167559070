import type { EntityId, StatementId } from '../../../shared/kernel/ids.ts';

export interface CitedWordsProps {
  /** All citations of these entities, ties or events; or of some statements of them. */
  entityIds: readonly EntityId[];
  statementIds?: readonly StatementId[];
}

/** The words that something rests on, with exhibit and page; a click opens the page with the words lit. */
export function CitedWords(_props: CitedWordsProps) {
  return null;
}
