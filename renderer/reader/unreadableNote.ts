/** Why an exhibit that is neither a PDF nor a picture has nothing to show, in a sentence; null where it has pages. */
import type { Exhibit } from '../../shared/domain/exhibit.ts';
import { isUndrawnPicture, viewKind } from './viewKind.ts';

export function unreadableNote(
  { reading, problem, pageCount }: Pick<Exhibit, 'reading' | 'problem' | 'pageCount'>,
  mediaType: string,
): string | null {
  if (viewKind(mediaType) !== 'text' || pageCount > 0) return null;
  if (isUndrawnPicture(mediaType))
    return `Pictures of this kind (${mediaType}) cannot be drawn here. The bytes are kept; export them to look at them elsewhere.`;
  switch (reading) {
    case 'waiting':
      return 'This document is still being read. It appears here when that is done.';
    case 'password-needed':
      return 'This document is protected by a password. Read it again with the password to see its text.';
    case 'unreadable':
      return problem ?? 'This document could not be read. Its bytes are kept; read it again to retry.';
    case 'no-text':
      return 'This document holds no text. Its bytes are kept; export them to look at them elsewhere.';
    default:
      return `Documents of this kind (${mediaType}) cannot be shown here yet. The bytes are kept; export them to look at them elsewhere.`;
  }
}
