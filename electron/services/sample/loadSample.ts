/** The sample case: admits its documents like any others, then makes of its story what a person would have made. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CaseRecord } from '../../../shared/domain/caseRecord.ts';
import type { Exhibit } from '../../../shared/domain/exhibit.ts';
import type { Narrative, NarrativeRun } from '../../../shared/domain/narrative.ts';
import { Story } from '../../../shared/domain/sampleStory.ts';
import { Credibility, type SourceKind } from '../../../shared/domain/source.ts';
import { EdtfDate } from '../../../shared/kernel/dates.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { CaseId, CitationId, PassageId, SourceId } from '../../../shared/kernel/ids.ts';
import type { Job, JobContext } from '../../jobs/jobContext.ts';
import { admitExhibits, readWithAttachments } from '../admission/index.ts';
import { createCase, findCaseByReference } from '../case/index.ts';
import { citePassage } from '../citation/index.ts';
import type { CommandContext } from '../context.ts';
import { changeExhibits, exhibitsOfCase } from '../exhibit/index.ts';
import { addClaim, changeFinding, createFinding } from '../finding/index.ts';
import { markPassage } from '../passage/index.ts';
import { createRequest } from '../request/index.ts';
import { createSource } from '../source/index.ts';
import { type Cast, writeCast } from './writeCast.ts';

export const SampleInput = z.object({});

export const loadSample: Job<z.infer<typeof SampleInput>, { caseId: CaseId }> = async ctx => {
  const folder = join(ctx.tools.assets, 'sample');
  if (!existsSync(join(folder, 'story.json'))) throw new ProbatumError('file-vanished', { path: 'the sample case' });
  const story = Story.parse(JSON.parse(readFileSync(join(folder, 'story.json'), 'utf8')));
  const { caseId, sources } = ctx.write(command => openSampleCase(command, story));
  const report = await admitExhibits(ctx, { caseId, roots: [join(folder, 'documents')], defaults: {} });
  ctx.report({
    done: report.admitted,
    total: report.admitted,
    unit: 'exhibit',
    note: 'marking passages and writing findings',
  });
  await unlockProtected(ctx, caseId, story);
  ctx.write(command => describeExhibits(command, caseId, story, sources));
  ctx.write(command => {
    const passages = markPassages(command, caseId, story);
    const cast = writeCast(command, caseId, story, passages);
    writeFindings(command, caseId, story, passages, cast);
  });
  ctx.announce('case', 'entity', 'exhibit', 'finding', 'passage', 'source', 'request', 'citation', 'custody');
  return { caseId };
};

/** Loading it twice makes a second case beside the first: nothing that somebody practised on is overwritten. */
function openSampleCase(ctx: CommandContext, story: Story): { caseId: CaseId; sources: Map<string, SourceId> } {
  let reference = story.case.reference;
  for (let copy = 2; findCaseByReference(ctx.db, reference); copy++) reference = `${story.case.reference}-${copy}`;
  const fields = CaseRecord.pick({
    title: true,
    workstream: true,
    handlingMark: true,
    standard: true,
    lead: true,
  }).parse(story.case);
  const { id: caseId } = createCase(ctx, { ...fields, reference, isExercise: true });
  return { caseId, sources: createSources(ctx, story) };
}

/** An origin that several sources share becomes a source of its own; one that feeds a single source is that source. */
function createSources(ctx: CommandContext, story: Story): Map<string, SourceId> {
  const feeds = new Map<string, number>();
  for (const { origins } of story.sources)
    for (const origin of origins) feeds.set(origin, (feeds.get(origin) ?? 0) + 1);
  const ids = new Map<string, SourceId>();
  for (const [origin, count] of feeds) {
    if (count < 2) continue;
    const source = createSource(ctx, {
      name: nameOfKey(origin),
      kind: 'agency',
      reliability: 'C',
      originIds: [],
      confidential: false,
      codeName: null,
      note: story.exercise,
    });
    ids.set(origin, source.id);
  }
  for (const { key, name, kind, reliability, origins, confidential = false, codeName = null, note } of story.sources) {
    const originIds = origins.flatMap(origin => ids.get(origin) ?? []);
    ids.set(
      key,
      createSource(ctx, { name, kind: sourceKinds[kind], reliability, originIds, confidential, codeName, note }).id,
    );
  }
  return ids;
}

const sourceKinds: Record<Story['sources'][number]['kind'], SourceKind> = {
  person: 'witness',
  company: 'company',
  government: 'member-state',
  registry: 'registry',
  press: 'press',
  imagery: 'imagery',
  tracking: 'open-source',
};

function nameOfKey(key: string): string {
  const words = key.replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

async function unlockProtected(ctx: JobContext, caseId: CaseId, story: Story): Promise<void> {
  for (const { file, password } of story.documents) {
    const exhibit = password ? exhibitNamed(exhibitsOf(ctx.query(), caseId), file) : null;
    if (exhibit && exhibit.reading === 'password-needed')
      await readWithAttachments(ctx, exhibit.id, { depth: 0, password, again: true });
  }
}

function exhibitsOf({ db }: Pick<CommandContext, 'db'> | ReturnType<JobContext['query']>, caseId: CaseId): Exhibit[] {
  return exhibitsOfCase(db, caseId);
}

function exhibitNamed(exhibits: readonly Exhibit[], fileName: string, parent?: Exhibit): Exhibit | null {
  return (
    exhibits.find(
      exhibit => exhibit.fileName === fileName && (parent === undefined || exhibit.parentId === parent.id),
    ) ?? null
  );
}

function describeExhibits(ctx: CommandContext, caseId: CaseId, story: Story, sources: Map<string, SourceId>): void {
  const exhibits = exhibitsOf(ctx, caseId);
  for (const {
    file,
    title,
    sourceKey,
    obtainedHow,
    obtainedOn,
    obtainedBy,
    publishedOn,
    languages,
    handlingMark,
  } of story.documents) {
    const exhibit = exhibitNamed(exhibits, file);
    if (!exhibit) continue;
    const provenance = {
      sourceId: sources.get(sourceKey) ?? null,
      obtainedHow,
      obtainedOn: EdtfDate.parse(obtainedOn),
      obtainedBy,
      publishedOn: EdtfDate.parse(publishedOn),
      handlingMark,
    };
    changeExhibits(ctx, { exhibitIds: [exhibit.id], change: { ...provenance, title, languages } });
    const attachments = exhibits.filter(one => one.parentId === exhibit.id).map(one => one.id);
    if (attachments.length > 0) changeExhibits(ctx, { exhibitIds: attachments, change: { ...provenance, languages } });
  }
}

function markPassages(ctx: CommandContext, caseId: CaseId, story: Story): Map<string, PassageId> {
  const exhibits = exhibitsOf(ctx, caseId);
  const passages = new Map<string, PassageId>();
  for (const { key, file, attachment, quote, pageIndex, note, tags } of story.passages) {
    const container = exhibitNamed(exhibits, file);
    const exhibit = attachment && container ? exhibitNamed(exhibits, attachment, container) : container;
    if (!exhibit || exhibit.renditionId === null) continue;
    const selection = { kind: 'words' as const, pageIndex, quote: { exact: quote, prefix: '', suffix: '' }, rects: [] };
    passages.set(key, markPassage(ctx, { exhibitId: exhibit.id, selection, note, tags }).id);
  }
  return passages;
}

function writeFindings(
  ctx: CommandContext,
  caseId: CaseId,
  story: Story,
  passages: Map<string, PassageId>,
  cast: Cast,
): void {
  const exhibits = exhibitsOf(ctx, caseId);
  for (const finding of story.findings) writeFinding(ctx, caseId, finding, passages, exhibits, cast);
}

function writeFinding(
  ctx: CommandContext,
  caseId: CaseId,
  story: Story['findings'][number],
  passages: Map<string, PassageId>,
  exhibits: readonly Exhibit[],
  cast: Cast,
): void {
  const { id: findingId } = createFinding(ctx, { caseId, title: story.title });
  const citations = new Map<string, CitationId>();
  for (const { text, provisionIds, citations: cited } of story.claims) {
    const { claimId } = addClaim(ctx, { findingId, text, provisionIds });
    for (const { passageKey, bearing, credibility } of cited) {
      const passageId = passages.get(passageKey);
      if (passageId)
        citations.set(
          passageKey,
          citePassage(ctx, { claimId, passageId, bearing, credibility: Credibility.parse(credibility) }).id,
        );
    }
  }
  changeFinding(ctx, {
    findingId,
    participants: story.participants.map(name => ({ name, role: '', entityId: cast.named(name) })),
    narrative: story.narrative.map(paragraph => toParagraph(paragraph, citations)),
    alternatives: story.alternatives.map(({ text, assessment }) => `${text}\n${assessment}`).join('\n\n'),
  });
  for (const { to, sentOn, dueOn, outcome, outcomeOn, replyFile, note } of story.requests) {
    const reply = replyFile ? exhibitNamed(exhibits, replyFile) : null;
    createRequest(ctx, {
      caseId,
      findingId,
      addressee: to,
      substance: `What the finding “${story.title}” says of them, for their reply.`,
      state: outcome,
      note,
      sentOn: EdtfDate.parse(sentOn),
      dueOn: EdtfDate.parse(dueOn),
      answeredOn: outcomeOn ? EdtfDate.parse(outcomeOn) : null,
      entityId: cast.named(to),
      replyExhibitId: reply?.id ?? null,
    });
  }
}

/** `{{passageKey}}` stands where a citation goes. */
function toParagraph(text: string, citations: Map<string, CitationId>): Narrative[number] {
  const runs = text.split(/(\{\{[a-z0-9-]+\}\})/).flatMap((piece): NarrativeRun[] => {
    const key = /^\{\{([a-z0-9-]+)\}\}$/.exec(piece)?.[1];
    if (key === undefined) return piece === '' ? [] : [{ type: 'text', text: piece }];
    const citationId = citations.get(key);
    return citationId ? [{ type: 'citation', citationId }] : [];
  });
  return { type: 'paragraph', runs };
}
