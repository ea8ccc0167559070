import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
import { threadForExhibit } from './threadService.ts';

export { keepMailIds } from './threadService.ts';

export const threadHandlers = {
  'thread.forExhibit': threadForExhibit,
} satisfies Handlers<Extract<OperationName, `thread.${string}`>>;
