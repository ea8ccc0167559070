// The shape of story.json, for whatever loads the sample case: parsed before use, like anything that is read from disk.
import { z } from 'zod';
import { StatementDetail } from './entity/statement.ts';

const Key = z.string().regex(/^[a-z0-9-]+$/);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Year, month or day; the sample needs no more of EDTF. */
const PartialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const Text = z.string().min(1);

export const StorySource = z.strictObject({
  key: Key,
  name: Text,
  kind: z.enum(['person', 'company', 'government', 'registry', 'press', 'imagery', 'tracking']),
  reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
  origins: z.array(Key).min(1),
  confidential: z.boolean().optional(),
  codeName: Text.optional(),
  note: Text,
});

export const StoryDocument = z.strictObject({
  file: Text,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  title: Text,
  sourceKey: Key,
  obtainedHow: Text,
  obtainedOn: PartialDate,
  obtainedBy: Text,
  publishedOn: PartialDate,
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
  handlingMark: z.enum(['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR']),
  password: Text.optional(),
  /** Why nobody can read it: set for the file that is broken on purpose. */
  unreadable: Text.optional(),
});

export const StoryPassage = z.strictObject({
  key: Key,
  file: Text,
  /** Set where the words stand in an attachment of that file. */
  attachment: Text.optional(),
  quote: Text,
  pageIndex: z.int().min(0),
  note: Text,
  tags: z.array(Text),
});

export const StoryRequest = z.strictObject({
  to: Text,
  sentOn: Day,
  dueOn: Day,
  outcome: z.enum(['sent', 'replied', 'declined', 'not-reachable']),
  outcomeOn: Day.optional(),
  replyFile: Text.optional(),
  note: Text,
});

export const StoryFinding = z.strictObject({
  title: Text,
  expectedStatus: z.enum(['established', 'probable', 'reported', 'contested']),
  claims: z
    .array(
      z.strictObject({
        text: Text,
        provisionIds: z.array(Text).min(1),
        citations: z
          .array(
            z.strictObject({
              passageKey: Key,
              bearing: z.enum(['supports', 'contradicts', 'context']),
              credibility: z.int().min(1).max(6),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
  participants: z.array(Text).min(1),
  requests: z.array(StoryRequest),
  /** Paragraphs; `{{passageKey}}` stands where the citation goes. */
  narrative: z.array(Text).min(1),
  alternatives: z.array(z.strictObject({ text: Text, assessment: Text })),
});

/** One of the cast, a tie or an event: an entity of a FollowTheMoney schema, and what is stated of it. */
export const StoryEntity = z.strictObject({
  key: Key,
  schema: Text,
  statements: z
    .array(
      z.strictObject({
        property: Text,
        value: Text.optional(),
        /** The key of another of the cast, in the place of a value. */
        entity: Key.optional(),
        passageKeys: z.array(Key).min(1),
        original: Text.optional(),
        language: Text.optional(),
        quality: z.enum(['strong', 'weak', 'former']).optional(),
        credibility: z.int().min(1).max(6).optional(),
        fromOn: Text.optional(),
        toOn: Text.optional(),
        note: Text.optional(),
        detail: StatementDetail.optional(),
      }),
    )
    .min(1),
});
export type StoryEntity = z.infer<typeof StoryEntity>;

export const Story = z.strictObject({
  exercise: Text,
  case: z.strictObject({
    reference: Text,
    title: Text,
    workstream: Text,
    handlingMark: StoryDocument.shape.handlingMark,
    standard: Text,
    lead: Text,
  }),
  sources: z.array(StorySource).min(1),
  documents: z.array(StoryDocument).min(1),
  passages: z.array(StoryPassage).min(1),
  findings: z.array(StoryFinding).min(1),
  /** Each is named before another names it. */
  cast: z.array(StoryEntity).min(1),
});
export type Story = z.infer<typeof Story>;
