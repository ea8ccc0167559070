/** When an item was, in words: as exact as it is stated, and no more. */
import { dateSpan } from '../../kernel/dateSpan.ts';
import { dateWords } from '../entity/caption.ts';
import { pyongyangWords } from './pyongyangTime.ts';

export function describeSpan(fromOn: string | null, toOn: string | null, withPyongyang = false): string {
  const say = (date: string) => (withPyongyang ? `${dateWords(date)}${inPyongyang(date)}` : dateWords(date));
  if (fromOn === null) return toOn === null ? 'no date' : `until ${say(toOn)}`;
  if (toOn === null) return `from ${say(fromOn)}, no end stated`;
  return fromOn === toOn ? say(fromOn) : `${say(fromOn)} to ${say(toOn)}`;
}

function inPyongyang(date: string): string {
  const span = dateSpan(date);
  return span?.precision === 'time' && span.from !== null ? `; ${pyongyangWords(span.from)}` : '';
}
