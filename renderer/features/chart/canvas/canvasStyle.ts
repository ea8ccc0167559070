/** How the canvas draws: shapes by kind, lines by strength, names where one is near enough to read them. */
import type { StylesheetJson } from 'cytoscape';
import { type ChartPalette, lineStyles, strengthsInOrder } from '../../../../shared/domain/chart/index.ts';

/** Names are drawn from this height on the screen. */
const LEAST_LABEL_PX = 8;

const FACES =
  '"Source Sans 3 Variable", "Noto Sans KR Variable", "Noto Sans JP Variable", "Noto Sans SC Variable", sans-serif';

/**
 * `many`: too many lines to bend and to label each; they are drawn straight, which a canvas does several times faster. What is
 * named and signed then is told by `nameWhatIsNear`; the rest carries neither words nor sign, and no properties of them, for to work out
 * a property for thousands takes as long as to draw them. `names`: all of them, for a picture that leaves.
 */
export function canvasStyle(palette: ChartPalette, many: boolean, names: 'all' | 'near' = 'near'): StylesheetJson {
  const sparing = many && names === 'near';
  return [
    {
      selector: 'node',
      style: {
        width: 40,
        height: 40,
        'background-color': palette.nodeFill,
        'border-width': 1.3,
        'border-color': palette.nodeLine,
      },
    },
    {
      selector: sparing ? `.near, ${LEADING}, .folded, .relationship, .box, .note` : 'node',
      style: {
        label: 'data(label)',
        color: palette.text,
        'font-family': FACES,
        'font-size': 12,
        'line-height': 1.2,
        'text-wrap': 'wrap',
        'text-max-width': '400px',
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'min-zoomed-font-size': LEAST_LABEL_PX,
        'text-outline-width': 2,
        'text-outline-color': palette.ground,
      },
    },
    {
      selector: sparing ? 'node.signed[icon]' : 'node[icon]',
      style: {
        'background-image': 'data(icon)',
        'background-width': '20px',
        'background-height': '20px',
        'background-image-containment': 'over',
      },
    },
    // The library would lay a shade over whatever is pressed.
    { selector: ':active', style: { 'overlay-opacity': 0 } },
    { selector: '.event', style: { shape: 'diamond', width: 46, height: 46, 'background-color': palette.eventFill } },
    { selector: '.record', style: { shape: 'rectangle', width: 36, height: 36 } },
    { selector: '.relationship', style: { shape: 'hexagon' } },
    {
      selector: '.folded',
      style: {
        shape: 'round-rectangle',
        width: 48,
        height: 36,
        'background-color': palette.foldedFill,
        'border-style': 'double',
        'border-width': 5,
      },
    },
    {
      selector: '.box',
      style: {
        shape: 'round-rectangle',
        'background-color': palette.box,
        'background-opacity': 0.7,
        'border-color': palette.boxLine,
        'text-valign': 'top',
        'text-margin-y': -4,
        'font-size': 13,
        'font-weight': 600,
        padding: '28px',
      },
    },
    {
      selector: '.note',
      style: {
        shape: 'round-rectangle',
        width: 'data(width)',
        height: 'data(height)',
        'background-color': palette.note,
        'border-color': palette.noteLine,
        'border-width': 1,
        'text-valign': 'center',
        'text-halign': 'center',
        'text-justification': 'left',
        'text-margin-y': 0,
        'text-outline-width': 0,
      },
    },
    {
      selector: '.pinned',
      style: { 'border-width': 3, 'border-style': 'double' },
    },
    ...(many ? fromAfar(palette) : [...fromNear(palette), ...bent]),
    ...strengthsInOrder.flatMap(strength => lineOf(strength, palette, many)),
    ...standing(palette, many ? tieWords(palette) : {}),
  ];
}

/** Lines with arrows and words. */
function fromNear(palette: ChartPalette): StylesheetJson {
  return [
    {
      selector: 'edge',
      style: {
        width: 1.6,
        'curve-style': 'straight',
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.9,
        label: 'data(label)',
        ...tieWords(palette),
        // Where the middle of a line has no room, its words stand nearer to one end.
        'source-label': 'data(aside)',
        'source-text-offset': 'data(offset)' as never,
        'source-text-rotation': 'autorotate',
      },
    },
    { selector: '.undirected', style: { 'target-arrow-shape': 'none' } },
  ];
}

function tieWords(palette: ChartPalette) {
  return {
    color: palette.textSoft,
    'font-family': FACES,
    'font-size': 10,
    'min-zoomed-font-size': LEAST_LABEL_PX,
    'text-rotation': 'autorotate',
    'text-background-color': palette.ground,
    'text-background-opacity': 0.85,
    'text-background-padding': '1px',
  } as const;
}

/** Of those with most ties the names are read from afar. */
const LEADING = '.leading';

/** Seen from afar those with most ties stand out, and their names are the first to be read. */
function fromAfar(palette: ChartPalette): StylesheetJson {
  return [
    {
      selector: '.thing, .event, .record',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        'background-color': palette.accentSoft,
        'border-color': palette.accent,
        'border-width': 5,
      },
    },
    { selector: LEADING, style: { 'font-size': 60 } },
    { selector: '.near', style: { 'font-size': 13 } },
    // Words on thousands of lines cover each other, and take longer to measure than all else; inspector and table tell them.
    { selector: 'edge', style: { width: 3, opacity: 0.45 } },
  ];
}

const bent: StylesheetJson = [
  {
    selector: '.bent',
    style: {
      'curve-style': 'unbundled-bezier',
      'control-point-distances': 'data(reach)' as never,
      'control-point-weights': 0.5,
      'edge-distances': 'node-position',
    },
  },
  { selector: '.loop', style: { 'curve-style': 'bezier', 'control-point-step-size': 60 } },
];

function lineOf(strength: (typeof strengthsInOrder)[number], palette: ChartPalette, many: boolean): StylesheetJson {
  const colour = palette.strength[strength];
  const { dash, isDouble } = lineStyles[strength];
  const doubled = isDouble && {
    // The line itself has the colour of the ground; its two rims are what one sees.
    'line-color': palette.ground,
    width: 2,
    'line-outline-width': 1.4,
    'line-outline-color': colour,
  };
  return [
    {
      selector: `.${strength}`,
      style: {
        'line-color': colour,
        ...(many ? {} : { 'target-arrow-color': colour, 'mid-target-arrow-color': colour }),
        ...(dash.length > 0 ? { 'line-style': 'dashed', 'line-dash-pattern': [...dash] } : {}),
        ...doubled,
      },
    },
  ];
}

/** What is chosen, lit as a way between two, or stands back behind it; `words`: how ties are named that are not by themselves. */
function standing(palette: ChartPalette, words: Partial<ReturnType<typeof tieWords>>): StylesheetJson {
  return [
    { selector: '.faint', style: { opacity: 0.22 } },
    {
      selector: 'node.lit',
      style: { 'border-color': palette.accent, 'border-width': 3, 'background-color': palette.accentSoft },
    },
    {
      selector: 'node.chosen',
      style: {
        'border-color': palette.accent,
        'border-width': 3,
        'border-style': 'solid',
        'underlay-color': palette.accent,
        'underlay-opacity': 0.22,
        'underlay-padding': 7,
        'underlay-shape': 'ellipse',
      },
    },
    { selector: '.box.chosen, .note.chosen', style: { 'underlay-opacity': 0 } },
    {
      // What is looked at is named, whether or not there is room.
      selector: 'edge.lit, edge.chosen',
      style: { ...words, label: 'data(words)', 'source-label': '' },
    },
    {
      selector: 'edge.lit',
      style: { width: 3.2, 'underlay-color': palette.accent, 'underlay-opacity': 0.18, 'underlay-padding': 4 },
    },
    {
      selector: 'edge.chosen',
      style: { width: 3.2, 'underlay-color': palette.accent, 'underlay-opacity': 0.3, 'underlay-padding': 5 },
    },
  ];
}
