import type { InputOf, OperationName, OutputOf } from '../../shared/contract/index.ts';
import { currentLink } from './connection.ts';

/** Asks the core once. Prefer `useQuery` and `useCommand` in views. @throws CallFailed */
export async function call<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  return (await currentLink().send(name, input)) as OutputOf<Name>;
}
