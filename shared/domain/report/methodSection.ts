/** Method and standard: by what rule the findings were judged, and how the grades, statuses and notes are meant. */
import { type ClaimStatus, standardSentences, statusShapes, statusWords } from '../standard.ts';
import { credibilityWords, reliabilityWords } from '../source.ts';
import { NOTE_QUOTE_CHARACTERS } from './noteBook.ts';
import type { Paragraphs } from './paragraphs.ts';
import type { ReportInput } from './reportInput.ts';
import type { ReportBlock } from './reportModel.ts';
import { counted, text } from './reportWords.ts';

export const EXERCISE_SENTENCE =
  'EXERCISE. This case was invented for training; no real person, company or vessel is meant.';

const statusMeanings: Record<ClaimStatus, string> = {
  established: 'the standard is met.',
  probable: 'the evidence carries the claim, or one reliable source makes it likely, but the standard is not met.',
  reported: 'it was said by a source whose word alone does not make it likely.',
  contested: 'other evidence contradicts it, and no answer to that is recorded.',
  unsupported: 'no evidence is cited for it.',
  withdrawn: 'it is no longer maintained.',
};

export function methodBlocks(input: ReportInput, paragraphs: Paragraphs): ReportBlock[] {
  const { case: about, findings, withheld } = input;
  const claims = findings.reduce((sum, finding) => sum + finding.claims.length, 0);
  return [
    ...(about.isExercise ? [paragraphs.next([text(EXERCISE_SENTENCE, { bold: true })], 'caution')] : []),
    paragraphs.next(
      `This report sets out ${counted(findings.length, 'finding')} with ${counted(claims, 'claim')} of case ${about.reference}, “${about.title}”. Each claim names the passages that it rests on; each passage is quoted as it stood when it was cited, from an exhibit whose SHA-256 digest is on record (annex A).`,
    ),
    paragraphs.next(
      `The evidentiary standard of the case is this. ${standardSentences[about.standard]} Several documents that go back to one origin count as one.`,
    ),
    paragraphs.next(
      'The status of each claim follows from the evidence by that rule; a person may change it only with a reason, which is printed with it. A finding is as strong as its weakest claim. The words mean:',
    ),
    { type: 'list', ordered: false, items: statusList() },
    paragraphs.next(
      'Sources and information are graded apart and never averaged (“B2” is a usually reliable source whose information is probably true). Reliability of the source:',
    ),
    {
      type: 'list',
      ordered: false,
      items: Object.entries(reliabilityWords).map(([grade, words]) => [text(grade, { bold: true }), text(` ${words}`)]),
    },
    paragraphs.next('Credibility of the information:'),
    {
      type: 'list',
      ordered: false,
      items: Object.entries(credibilityWords).map(([grade, words]) => [text(grade, { bold: true }), text(` ${words}`)]),
    },
    paragraphs.next(
      `Notes give the exhibit, the page label as printed and, where it differs, the position in the file (“p. ii (PDF 4)”), the words cited, the dates of publication and of access, the grade, and the first characters of the digest. Quotes of more than ${NOTE_QUOTE_CHARACTERS} characters are shortened in the notes, where […] shows it.`,
    ),
    ...(input.sources.some(source => source.confidential)
      ? [paragraphs.next('Sources that gave information in confidence are named by a code name.')]
      : []),
    ...(withheld.size > 0
      ? [
          paragraphs.next(
            `Handling marks or the protection of sources keep back the words of ${counted(withheld.size, 'exhibit')} from this copy; ${withheld.size === 1 ? 'it is' : 'they are'} cited by number and digest.`,
          ),
        ]
      : []),
  ];
}

function statusList() {
  return (Object.keys(statusMeanings) as ClaimStatus[]).map(status => [
    text(`${statusShapes[status]} ${statusWords[status]}`, { bold: true }),
    text(`: ${statusMeanings[status]}`),
  ]);
}
