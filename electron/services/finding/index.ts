import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
import {
  addClaim,
  changeClaim,
  changeFinding,
  createFinding,
  getFinding,
  judgeClaim,
  listFindings,
  orderClaims,
  restoreClaim,
  withdrawClaim,
} from './findingService.ts';

export {
  addClaim,
  changeFinding,
  claimStatuses,
  createFinding,
  listFindings,
  requireClaim,
  requireFinding,
} from './findingService.ts';
export { findingsOfCase } from './findingSql.ts';
export { viewFinding } from './findingView.ts';

export const findingHandlers = {
  'finding.list': listFindings,
  'finding.get': getFinding,
  'finding.create': createFinding,
  'finding.update': changeFinding,
  'finding.addClaim': addClaim,
  'finding.updateClaim': changeClaim,
  'finding.orderClaims': orderClaims,
  'finding.withdrawClaim': withdrawClaim,
  'finding.restoreClaim': restoreClaim,
  'finding.judgeClaim': judgeClaim,
} satisfies Handlers<Extract<OperationName, `finding.${string}`>>;
