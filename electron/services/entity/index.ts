import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';

function toCome(): never {
  throw new Error('to come');
}

export const entityHandlers = {
  'entity.list': () => toCome(),
  'entity.facets': () => toCome(),
  'entity.get': () => toCome(),
  'entity.chips': () => toCome(),
  'entity.create': () => toCome(),
  'entity.changeSchema': () => toCome(),
  'entity.withdraw': () => toCome(),
  'entity.restore': () => toCome(),
  'entity.addToCase': () => toCome(),
  'entity.removeFromCase': () => toCome(),
  'entity.record': () => toCome(),
  'entity.changeStatement': () => toCome(),
  'entity.correctStatement': () => toCome(),
  'entity.withdrawStatement': () => toCome(),
  'entity.restoreStatement': () => toCome(),
  'entity.choose': () => toCome(),
  'entity.cite': () => toCome(),
  'entity.changeCitation': () => toCome(),
  'entity.withdrawCitation': () => toCome(),
  'entity.restoreCitation': () => toCome(),
  'entity.citations': () => toCome(),
  'entity.ofPassage': () => toCome(),
  'entity.ofExhibit': () => toCome(),
  'entity.fromSelection': () => toCome(),
  'entity.suggest': () => toCome(),
  'entity.relate': () => toCome(),
  'entity.judgeStrength': () => toCome(),
  'entity.merge': () => toCome(),
  'entity.notSame': () => toCome(),
  'entity.undoJudgement': () => toCome(),
  'entity.compare': () => toCome(),
  'entity.candidates': () => toCome(),
  'entity.occurrences': () => toCome(),
} satisfies Handlers<Extract<OperationName, `entity.${string}`>>;
