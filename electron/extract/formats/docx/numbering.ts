/**
 * The numbers that Word draws before paragraphs. They stand in no text: `numbering.xml` says how they look, styles say
 * which paragraphs have them, and whoever reads the document counts.
 */
import { type XmlAttributes, walkXml } from '../../text/xmlWalk.ts';
import { listNumber } from './listNumber.ts';

interface Level {
  start: number;
  format: string;
  /** `%1.%2)`: the numbers of the levels, counted from 1. */
  template: string;
  suffix: string;
  isLegal: boolean;
  /** The level after which it starts again, counted from 1; 0: never. */
  restartAfter: number | null;
}

interface ListDefinition {
  abstractId: string;
  overrides: Map<number, Partial<Level>>;
  /** Levels that start anew in this list, and at what. */
  starts: Map<number, number>;
}

export interface NumberedStyle {
  basedOn: string | undefined;
  listId: string | undefined;
  level: number | undefined;
}

export interface Numbering {
  /** What stands before the paragraph, with what parts it from the words; counts on. */
  next(listId: string | undefined, level: number | undefined, style: string | undefined): string;
}

const MAX_LEVEL = 8;
const MAX_BASES = 20;

export function readNumbering(
  numbering: Uint8Array | undefined,
  styles: ReadonlyMap<string, NumberedStyle>,
): Numbering {
  const { levels, lists } = parseNumbering(numbering);
  const counters = new Map<string, (number | undefined)[]>();

  function levelOf(list: ListDefinition, at: number): Level | undefined {
    const base = levels.get(`${list.abstractId}/${at}`);
    const override = list.overrides.get(at);
    if (base === undefined && override === undefined) return undefined;
    const start = list.starts.get(at);
    return { ...emptyLevel(), ...base, ...override, ...(start === undefined ? {} : { start }) };
  }

  function fromStyle(style: string | undefined): { listId?: string; level?: number } {
    let listId: string | undefined;
    let level: number | undefined;
    let at = style;
    for (let bases = 0; at !== undefined && bases < MAX_BASES; bases += 1) {
      const found = styles.get(at);
      listId ??= found?.listId;
      level ??= found?.level;
      at = found?.basedOn;
    }
    return { listId, level };
  }

  return {
    next(ownList, ownLevel, style) {
      const inherited = fromStyle(style);
      const listId = ownList ?? inherited.listId;
      const at = Math.min(MAX_LEVEL, Math.max(0, ownLevel ?? inherited.level ?? 0));
      const list = listId === undefined || listId === '0' ? undefined : lists.get(listId);
      const level = list === undefined ? undefined : levelOf(list, at);
      if (list === undefined || level === undefined || listId === undefined) return '';
      // Lists of one definition count on together, unless one of them starts anew.
      const key = list.starts.size > 0 ? `list ${listId}` : list.abstractId;
      const counts = counters.get(key) ?? [];
      counters.set(key, counts);
      const before = counts[at];
      // Levels that were skipped count as having been there once.
      for (let above = 0; above < at; above += 1) counts[above] ??= levelOf(list, above)?.start ?? 1;
      counts[at] = before === undefined ? level.start : before + 1;
      for (let deeper = at + 1; deeper <= MAX_LEVEL; deeper += 1) {
        const restart = levelOf(list, deeper)?.restartAfter;
        if (restart === null || restart === undefined || (restart > 0 && at < restart)) counts[deeper] = undefined;
      }
      if (level.format === 'bullet') return '• ';
      const label = level.template.replace(/%([1-9])/g, (_, digit: string) => {
        const other = Number(digit) - 1;
        const shown = levelOf(list, other);
        const value = counts[other] ?? shown?.start ?? 1;
        return listNumber(value, level.isLegal && other < at ? 'decimal' : (shown?.format ?? 'decimal'));
      });
      return label === '' || level.suffix === 'nothing' ? label : `${label} `;
    },
  };
}

function emptyLevel(): Level {
  // ECMA-376 17.9.25: a level that names no start begins at 0.
  return { start: 0, format: 'decimal', template: '', suffix: 'tab', isLegal: false, restartAfter: null };
}

function parseNumbering(bytes: Uint8Array | undefined) {
  const levels = new Map<string, Partial<Level>>();
  const lists = new Map<string, ListDefinition>();
  const links = new Map<string, string>();
  const styleNames = new Map<string, string>();
  if (bytes === undefined) return { levels, lists };
  let abstractId = '';
  let list: ListDefinition | null = null;
  let level: Partial<Level> | null = null;
  let overridden = 0;

  function open(name: string, attributes: XmlAttributes): void {
    const value = attributes['w:val'] ?? '';
    switch (name) {
      case 'w:abstractNum':
        abstractId = attributes['w:abstractNumId'] ?? '';
        break;
      case 'w:numStyleLink':
        links.set(abstractId, value);
        break;
      case 'w:styleLink':
        styleNames.set(value, abstractId);
        break;
      case 'w:num':
        list = { abstractId: '', overrides: new Map(), starts: new Map() };
        lists.set(attributes['w:numId'] ?? '', list);
        break;
      case 'w:abstractNumId':
        if (list !== null) list.abstractId = value;
        break;
      case 'w:lvlOverride':
        overridden = Number.parseInt(attributes['w:ilvl'] ?? '0', 10) || 0;
        break;
      case 'w:startOverride':
        list?.starts.set(overridden, Number.parseInt(value, 10) || 0);
        break;
      case 'w:lvl': {
        const at = Number.parseInt(attributes['w:ilvl'] ?? '0', 10) || 0;
        level = list?.overrides.get(at) ?? {};
        if (list === null) levels.set(`${abstractId}/${at}`, level);
        else list.overrides.set(at, level);
        break;
      }
      default:
        if (level !== null) describeLevel(level, name, value);
    }
  }

  walkXml(bytes, {
    open,
    close(name) {
      if (name === 'w:lvl') level = null;
      else if (name === 'w:num') list = null;
    },
  });
  followLinks(levels, links, styleNames);
  return { levels, lists };
}

function describeLevel(level: Partial<Level>, name: string, value: string): void {
  if (name === 'w:start') level.start ??= Number.parseInt(value, 10) || 0;
  else if (name === 'w:numFmt') level.format = value;
  else if (name === 'w:lvlText') level.template = value.slice(0, 200);
  else if (name === 'w:suff') level.suffix = value;
  else if (name === 'w:isLgl') level.isLegal = value !== '0' && value !== 'false';
  else if (name === 'w:lvlRestart') level.restartAfter = Number.parseInt(value, 10) || 0;
}

/** A list may only name a style whose list has the levels. */
function followLinks(
  levels: Map<string, Partial<Level>>,
  links: ReadonlyMap<string, string>,
  styleNames: ReadonlyMap<string, string>,
): void {
  for (const [from, style] of links) {
    const to = styleNames.get(style);
    for (let at = 0; to !== undefined && at <= MAX_LEVEL; at += 1) {
      const level = levels.get(`${to}/${at}`);
      if (level !== undefined && !levels.has(`${from}/${at}`)) levels.set(`${from}/${at}`, level);
    }
  }
}

/** What `styles.xml` says of numbers. */
export function readNumberedStyles(bytes: Uint8Array | undefined): ReadonlyMap<string, NumberedStyle> {
  const styles = new Map<string, NumberedStyle>();
  if (bytes === undefined) return styles;
  let style: NumberedStyle | null = null;
  walkXml(bytes, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:style') {
        style = { basedOn: undefined, listId: undefined, level: undefined };
        styles.set(attributes['w:styleId'] ?? '', style);
      } else if (style === null) return;
      else if (name === 'w:basedOn') style.basedOn = value;
      else if (name === 'w:numId') style.listId = value;
      else if (name === 'w:ilvl') style.level = Number.parseInt(value, 10) || 0;
    },
    close(name) {
      if (name === 'w:style') style = null;
    },
  });
  return styles;
}
