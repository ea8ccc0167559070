/** A small case in a real vault, as a person would have made it: two established words, one source that asked for confidence. */
import type { CitationId, ExhibitId, FindingId, SourceId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase, type TestCoreOptions } from '../../support/openTestCore.ts';

export const REAL_NAME = 'Hollis Quennerby';
export const SECRET_WORDS = 'The barges meet at the ninth buoy';
export const OPEN_WORDS = 'Two hulls lay alongside each other';

export interface ReportCase extends TestCase {
  findingId: FindingId;
  sources: { registry: SourceId; confidential: SourceId };
  exhibits: { open: ExhibitId; red: ExhibitId; signed: ExhibitId; unused: ExhibitId };
  citations: Record<'open' | 'red' | 'signed', CitationId>;
  granted(name: string): ReturnType<TestCase['core']['grants']['grant']>;
}

export async function openReportCase(options: TestCoreOptions = {}): Promise<ReportCase> {
  const test = await openTestCase(options);
  const { run, caseId } = test;
  const text = (name: string, words: string) =>
    test.write(name, `An exercise with invented names.\n${words}.\nEnd of the page.\n`);
  const admitted = await test.admit(
    text('a-open.txt', OPEN_WORDS),
    text('b-red.txt', SECRET_WORDS),
    text('c-signed.txt', `I saw it. Signed, ${REAL_NAME}`),
    text('d-unused.txt', 'Nothing rests on this'),
  );
  const [open, red, signed, unused] = admitted as [ExhibitId, ExhibitId, ExhibitId, ExhibitId];
  const source = { kind: 'registry' as const, reliability: 'B' as const, originIds: [], note: '' };
  const registry = (
    await run('source.create', { ...source, name: 'Registry of Example Island', confidential: false, codeName: null })
  ).id;
  const confidential = (
    await run('source.create', { ...source, name: REAL_NAME, kind: 'witness', confidential: true, codeName: 'WILLOW' })
  ).id;
  await run('exhibit.update', {
    exhibitIds: [open, unused],
    change: {
      sourceId: registry,
      title: 'Picture report',
      publishedOn: '2026-03-12' as never,
      obtainedHow: 'at the counter',
    },
  });
  await run('exhibit.update', {
    exhibitIds: [red],
    change: { sourceId: confidential, title: 'Letter on buoys', handlingMark: 'TLP:RED' },
  });
  await run('exhibit.update', {
    exhibitIds: [signed],
    change: { sourceId: confidential, title: `Statement of ${REAL_NAME}` },
  });
  const { id: findingId } = await run('finding.create', { caseId, title: `The hulls met, as ${REAL_NAME} says` });
  const { claimId } = await run('finding.addClaim', {
    findingId,
    text: 'Two hulls met at sea.',
    provisionIds: ['unscr-2375-op11'],
  });
  const cite = async (exhibitId: ExhibitId, exact: string) => {
    const selection = { kind: 'words' as const, pageIndex: 0, quote: { exact, prefix: '', suffix: '' }, rects: [] };
    const { id: passageId } = await run('passage.mark', { exhibitId, selection, note: '', tags: [] });
    return (await run('citation.cite', { claimId, passageId, bearing: 'supports', credibility: 2 })).id;
  };
  const citations = {
    open: await cite(open, OPEN_WORDS),
    red: await cite(red, SECRET_WORDS),
    signed: await cite(signed, 'I saw it'),
  };
  await run('finding.update', {
    findingId,
    narrative: [
      {
        type: 'paragraph',
        runs: [
          { type: 'text', text: 'It was seen ' },
          { type: 'citation', citationId: citations.open },
          { type: 'text', text: `, and ${REAL_NAME} told of it.` },
        ],
      },
    ],
  });
  return {
    ...test,
    findingId,
    citations,
    sources: { registry, confidential },
    exhibits: { open, red, signed, unused },
    granted: name => test.core.grants.grant(`${test.folder}/${name}`),
  };
}
