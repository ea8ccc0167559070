/**
 * Cuts GeoJSON into its features as the text comes, so that a large file is never held whole: the objects of a top-level
 * `features` array, or else the top-level objects themselves.
 */

export interface FeatureCutter {
  /** Complete objects, as JSON. */
  add(text: string): string[];
  /** False where the text ends within an object or an array. */
  end(): boolean;
}

const MAX_OBJECT_CHARS = 64 * 1024 * 1024;
const FEATURES = 'features';
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const OPEN_ARRAY = 0x5b;
const CLOSE_OBJECT = 0x7d;
const CLOSE_ARRAY = 0x5d;

/** An object of the map is longer than any that a map program writes. */
export class FeatureTooLong extends Error {
  override readonly name = 'FeatureTooLong';
}

export function openFeatureCutter(): FeatureCutter {
  let depth = 0;
  let inString = false;
  let escaped = false;
  /** The last string at the top of the outer object: the key, when an array opens. */
  let key = '';
  let isInFeatures = false;
  let isGathering = false;
  let gathered = '';

  function add(text: string): string[] {
    const whole: string[] = [];
    let from = 0;
    const objectDepth = () => (isInFeatures ? 2 : 0);
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (inString) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) inString = false;
        else if (depth === 1 && key.length <= FEATURES.length) key += text[at];
      } else if (code === QUOTE) {
        inString = true;
        if (depth === 1) key = '';
      } else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
        if (code === OPEN_ARRAY && depth === 1 && key === FEATURES) {
          isInFeatures = true;
          // What was gathered is the collection itself, and not a feature.
          isGathering = false;
        } else if (code === OPEN_OBJECT && !isGathering && depth === objectDepth()) {
          isGathering = true;
          gathered = '';
          from = at;
        }
        depth += 1;
      } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
        depth = Math.max(0, depth - 1);
        if (isGathering && depth === objectDepth()) {
          whole.push(gathered + text.slice(from, at + 1));
          isGathering = false;
        }
        if (code === CLOSE_ARRAY && depth === 1) isInFeatures = false;
      }
    }
    if (isGathering) gathered += text.slice(from);
    if (gathered.length > MAX_OBJECT_CHARS) throw new FeatureTooLong();
    return whole;
  }

  return { add, end: () => depth === 0 && !inString };
}
