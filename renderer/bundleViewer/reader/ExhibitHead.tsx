/** What is on record of an exhibit, and the button that checks its bytes. */
import { useState } from 'react';
import type { BundleExhibit } from '../../../shared/domain/bundle.ts';
import { languageOf } from '../content/languageOf.ts';
import { targetOfExhibit } from '../reviewTargets.ts';
import { ReviewSlot } from '../review/ReviewSlot.tsx';
import { loadBytes } from '../content/loadCase.ts';
import { dateWords, sizeWords } from '../views/words.ts';
import { type ByteCheck, checkBytes, checkSentence } from './checkBytes.ts';

export function ExhibitHead({ exhibit, onClose }: { exhibit: BundleExhibit; onClose: () => void }) {
  const { source, obtained } = exhibit;
  const facts = [
    source ? `${source.name} (${source.reliability})` : 'no source on record',
    exhibit.publishedOn && `published ${dateWords(exhibit.publishedOn)}`,
    [obtained.how, obtained.on && dateWords(obtained.on), obtained.by && `by ${obtained.by}`]
      .filter(Boolean)
      .join(', '),
    exhibit.handlingMark,
  ].filter(Boolean);
  return (
    <header className="exhibit-head">
      <div className="exhibit-title">
        <h2>
          <span className="number">{exhibit.number}</span> <span lang={languageOf(exhibit.title)}>{exhibit.title}</span>
        </h2>
        <ReviewSlot target={targetOfExhibit(exhibit)} />
        <button
          type="button"
          className="plain-button"
          aria-label="Close the exhibit"
          title="Close (Esc)"
          onClick={onClose}
        >
          ✕
        </button>
      </div>
      <p className="facts">{facts.join(' · ')}</p>
      <BytesCheck exhibit={exhibit} />
      {exhibit.problem && <p className="problem">{exhibit.problem}</p>}
    </header>
  );
}

function BytesCheck({ exhibit }: { exhibit: BundleExhibit }) {
  const [check, setCheck] = useState<ByteCheck | 'running' | null>(null);
  const run = async (): Promise<void> => {
    setCheck('running');
    try {
      setCheck(await checkBytes(await loadBytes(exhibit), exhibit.documentSha256));
    } catch (error) {
      setCheck({ state: 'impossible', why: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <div className="bytes-check">
      <span>SHA-256</span> <code className="digest">{exhibit.documentSha256}</code>
      {exhibit.fileName !== null && (
        <button type="button" disabled={check === 'running'} onClick={() => void run()}>
          {check === 'running' ? 'Checking …' : 'Check the bytes'}
        </button>
      )}
      <span className="quiet">{sizeWords(exhibit.sizeBytes)}</span>
      <span role="status" className={`check ${check === null || check === 'running' ? '' : check.state}`}>
        {check !== null && check !== 'running' && checkSentence(check, exhibit.number, exhibit.sizeBytes)}
      </span>
    </div>
  );
}
