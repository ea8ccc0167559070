import type { Handlers } from '../handlers.ts';
import { custodyHead, listCustody, verifyCustody } from './custodyService.ts';

export { recordCustody, sha256Hex, verifyCustody } from './custodyService.ts';
export { custodyChain, custodyHead } from './custodySql.ts';

export const custodyHandlers = {
  'custody.list': listCustody,
  'custody.head': ctx => custodyHead(ctx.db),
  'custody.verify': verifyCustody,
} satisfies Handlers<'custody.list' | 'custody.head' | 'custody.verify'>;
