/**
 * Who may receive what: each audience with the handling marks that may go to it, and why. TLP 2.0 (FIRST, August 2022) and the
 * UN classes (ST/SGB/2007/6) are two scales that were never mapped on each other, so the table names marks one by one.
 */
import { z } from 'zod';
import { type HandlingMark, handlingMarks } from '../handlingMark.ts';

export const audienceIds = ['named', 'team', 'committee', 'member-state', 'community', 'public'] as const;
export const AudienceId = z.enum(audienceIds);
export type AudienceId = z.infer<typeof AudienceId>;

export interface Audience {
  label: string;
  /** In a sentence: "… may go to the Committee". */
  words: string;
  about: string;
  mayHave: readonly HandlingMark[];
  /** Why what may not go may not, by mark. Printed beside it. */
  reasons: Partial<Record<HandlingMark, string>>;
}

const redOnly = 'TLP:RED is for the persons whom its originator named, and nobody passes it on';
const ownOrganization = 'TLP:AMBER+STRICT stays within the organization that received it';
const needToKnow = 'TLP:AMBER is for one’s own organization and its clients, as far as they need to know it';
const authorized = 'UN strictly confidential goes only to persons whom the originating office authorized';
const confidential =
  'UN confidential is for those whose official duties require it; the originating office decides on others';
const notPublic = 'UN unclassified expects no damage, but making it public is a decision of its own: mark it TLP:CLEAR';
const community = 'TLP:GREEN may circulate in the community, not on public channels';

export const audiences: Record<AudienceId, Audience> = {
  named: {
    label: 'Named recipients',
    words: 'recipients named by the originator',
    about: 'Persons whom the originator of the strictest part named.',
    mayHave: handlingMarks,
    reasons: {},
  },
  team: {
    label: 'Team',
    words: 'the team',
    about: 'Investigators of one’s own organization.',
    mayHave: ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'UN unclassified', 'UN confidential'],
    reasons: { 'TLP:RED': redOnly, 'UN strictly confidential': authorized },
  },
  committee: {
    label: 'Committee',
    words: 'the Committee',
    about: 'The sanctions committee and its secretariat, to which the team reports.',
    mayHave: ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'UN unclassified', 'UN confidential'],
    reasons: { 'TLP:RED': redOnly, 'TLP:AMBER+STRICT': ownOrganization, 'UN strictly confidential': authorized },
  },
  'member-state': {
    label: 'Member State',
    words: 'a Member State',
    about: 'The authorities of one State, asked or informed for the case.',
    mayHave: ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'UN unclassified'],
    reasons: {
      'TLP:RED': redOnly,
      'TLP:AMBER+STRICT': ownOrganization,
      'UN confidential': confidential,
      'UN strictly confidential': authorized,
    },
  },
  community: {
    label: 'Community',
    words: 'the community',
    about: 'Peers outside: banks, insurers, registries, researchers who work on the same thing.',
    mayHave: ['TLP:CLEAR', 'TLP:GREEN', 'UN unclassified'],
    reasons: {
      'TLP:RED': redOnly,
      'TLP:AMBER+STRICT': ownOrganization,
      'TLP:AMBER': needToKnow,
      'UN confidential': confidential,
      'UN strictly confidential': authorized,
    },
  },
  public: {
    label: 'Public',
    words: 'the public',
    about: 'Anybody: what is printed, posted or given to the press.',
    mayHave: ['TLP:CLEAR'],
    reasons: {
      'TLP:RED': redOnly,
      'TLP:AMBER+STRICT': ownOrganization,
      'TLP:AMBER': needToKnow,
      'TLP:GREEN': community,
      'UN unclassified': notPublic,
      'UN confidential': confidential,
      'UN strictly confidential': authorized,
    },
  },
};

export function mayHave(audience: AudienceId, mark: HandlingMark): boolean {
  return audiences[audience].mayHave.includes(mark);
}

/** Why the first of the marks may not go, or null where all may. */
export function whyNot(audience: AudienceId, marks: readonly HandlingMark[]): string | null {
  const mark = marks.find(one => !mayHave(audience, one));
  if (mark === undefined) return null;
  return audiences[audience].reasons[mark] ?? `${mark} may not go to ${audiences[audience].words}`;
}
