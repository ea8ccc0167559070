import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');

function tokensOf(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}
const [lightBlock = '', darkBlock = ''] = css.split(':root[data-theme="dark"]');
const light = tokensOf(lightBlock);
const dark = { ...light, ...tokensOf(darkBlock) };

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (bright + 0.05) / (dim + 0.05);
}

const grounds = ['surface', 'surface-raised', 'surface-sunken', 'hover', 'accent-soft'];
const inks = [
  'text',
  'text-soft',
  'accent',
  'danger',
  'established',
  'probable',
  'reported',
  'contested',
  'unsupported',
  'withdrawn',
  'supports',
  'contradicts',
  'context',
];
const pairs = [
  ...inks.flatMap(ink => grounds.map(ground => [ink, ground] as const)),
  ['accent-text', 'accent'],
  ['accent-text', 'accent-hover'],
  ['danger', 'danger-soft'],
  ['warning', 'warning-soft'],
  ['warning', 'surface-raised'],
  ['good', 'good-soft'],
  ['text', 'match'],
] as const;

test.each([
  ['light', light],
  ['dark', dark],
])('every ink can be read on every ground it stands on, %s', (_, tokens) => {
  const weak = pairs
    .map(([ink, ground]) => ({
      pair: `${ink} on ${ground}`,
      ratio: Number(contrast(tokens[ink] ?? '', tokens[ground] ?? '').toFixed(2)),
    }))
    .filter(({ ratio }) => !(ratio >= 4.5));
  expect(weak).toEqual([]);
});

test.each([
  ['light', light],
  ['dark', dark],
])('borders of fields and the focus ring stand out, %s', (_, tokens) => {
  const weak = ['line-strong', 'focus']
    .flatMap(line =>
      ['surface', 'surface-raised'].map(ground => ({
        pair: `${line} on ${ground}`,
        ratio: contrast(tokens[line] ?? '', tokens[ground] ?? ''),
      })),
    )
    .filter(({ ratio }) => !(ratio >= 3));
  expect(weak).toEqual([]);
});
