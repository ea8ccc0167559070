/** By whom comments of this vault are written. */
import type { Comment, CommentAuthor } from '../../../shared/domain/comment.ts';
import { VaultId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { currentIdentity } from '../identity/index.ts';
import { readMeta } from '../vault/index.ts';

export interface AuthorHere {
  vaultId: VaultId;
  author: CommentAuthor;
}

/** As contacts know the person, once there are keys. A vault made without a name has one still: a comment by nobody could not be answered. */
export function authorHere(db: ReadableDb): AuthorHere {
  const meta = readMeta(db);
  const identity = currentIdentity(db);
  const name = identity?.name ?? meta.get('person')?.trim();
  return {
    vaultId: VaultId.parse(meta.get('vaultId')),
    author: { name: name || 'the owner of the vault', team: identity?.team ?? '' },
  };
}

/** By the vault, since people of two teams may share a name, and one person may come to write it otherwise. */
export function isWrittenIn(vaultId: VaultId, { origin }: Comment): boolean {
  return origin.kind === 'vault' && origin.vaultId === vaultId;
}
