import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';

function toCome(): never {
  throw new Error('to come');
}

export const interchangeHandlers = {
  'interchange.preview': () => toCome(),
  'interchange.mappings': () => toCome(),
  'interchange.saveMapping': () => toCome(),
  'interchange.imports': () => toCome(),
  'interchange.import': () => toCome(),
  'interchange.export': () => toCome(),
} satisfies Handlers<Extract<OperationName, `interchange.${string}`>>;

export const interchangeJobs = {};
