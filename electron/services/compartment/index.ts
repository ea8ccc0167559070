import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
import { compartmentOfExhibit, liftCompartment, listCompartment, markCompartment } from './compartmentService.ts';

export { requireMayLeave, type WhatStays, whatStays, whyCaseStays } from './compartmentService.ts';

export const compartmentHandlers = {
  'compartment.mark': markCompartment,
  'compartment.lift': liftCompartment,
  'compartment.list': listCompartment,
  'compartment.ofExhibit': compartmentOfExhibit,
} satisfies Handlers<Extract<OperationName, `compartment.${string}`>>;
