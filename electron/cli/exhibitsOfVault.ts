/** How commands name exhibits: by the case's reference and the exhibit's number. */
import { type Exhibit, readExhibitNumber } from '../../shared/domain/exhibit.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import type { Core } from '../core.ts';
import { exhibitsOfCase, findExhibitByNumber } from '../services/exhibit/index.ts';
import { requireCaseByReference, type VaultOptions } from './openCore.ts';

export interface ExhibitOptions extends VaultOptions {
  case: string;
  json?: boolean;
}

export function* batches(core: Core, reference: string): Iterable<Exhibit[]> {
  const { id } = requireCaseByReference(core, reference);
  for (let after = 0; ; ) {
    const batch = exhibitsOfCase(core.session.connection.readable, id, after);
    const last = batch.at(-1);
    if (!last) return;
    yield batch;
    after = last.number;
  }
}

export function requireNumbered(core: Core, reference: string, typed: string): Exhibit {
  const { id } = requireCaseByReference(core, reference);
  const exhibit = findExhibitByNumber(core.session.connection.readable, id, readExhibitNumber(typed) ?? -1);
  if (!exhibit) throw new ProbatumError('not-found', { what: 'exhibit', id: typed });
  return exhibit;
}
