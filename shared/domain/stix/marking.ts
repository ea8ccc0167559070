/** Handling marks as STIX marking definitions: TLP 2.0 by the objects that OASIS published, the UN classes as statements. */
import { type HandlingMark, handlingMarks } from '../handlingMark.ts';
import { ourStixId } from './stixIds.ts';
import type { StixObject } from './stixObject.ts';

const TLP_EXTENSION = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';
const TLP: Partial<Record<HandlingMark, readonly [id: string, word: string]>> = {
  'TLP:CLEAR': ['marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487', 'clear'],
  'TLP:GREEN': ['marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb', 'green'],
  'TLP:AMBER': ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421', 'amber'],
  'TLP:AMBER+STRICT': ['marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003', 'amber+strict'],
  'TLP:RED': ['marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1', 'red'],
};
/** The day on which they were published; part of the objects. */
const PUBLISHED_AT = '2022-10-01T00:00:00.000Z';

export function markingOf(mark: HandlingMark): StixObject {
  const tlp = TLP[mark];
  const head = { type: 'marking-definition', spec_version: '2.1' };
  if (tlp)
    return {
      ...head,
      id: tlp[0],
      created: PUBLISHED_AT,
      name: mark,
      extensions: { [TLP_EXTENSION]: { extension_type: 'property-extension', tlp_2_0: tlp[1] } },
    };
  return {
    ...head,
    id: ourStixId('marking-definition', mark),
    created: PUBLISHED_AT,
    name: mark,
    definition_type: 'statement',
    definition: { statement: mark },
  };
}

/** Those that everybody knows; TLP 1.0 among them, which STIX 2.1 itself defines. */
const KNOWN = new Set([
  ...handlingMarks.map(mark => markingOf(mark).id),
  'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
  'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da',
  'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82',
  'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed',
]);

export function isKnownMarking(id: string): boolean {
  return KNOWN.has(id) || id === TLP_EXTENSION;
}
