import { Check } from 'lucide-react';

const lines = [
  'Open it in any browser from the disk, with no network and none of our software.',
  'Go from each sentence and footnote to the exact words, lit up in the page of the exhibit.',
  'Check that no file was altered: the bag lists SHA-256 and SHA-512 of each (BagIt, RFC 8493).',
  'See what stands against each claim, how it was answered, and who was asked to reply.',
  'Follow the custody events, each chained to the one before.',
];

/** What a reviewer who trusts nobody can do with the file. */
export function WhatCanBeChecked() {
  return (
    <section className="checkable" aria-label="What a reviewer can check">
      <h2 className="send-title">What a reviewer can check</h2>
      <ul>
        {lines.map(line => (
          <li key={line} className="checkable-line">
            <Check size={15} aria-hidden />
            <span>{line}</span>
          </li>
        ))}
      </ul>
      <p className="send-soft">Names of confidential sources do not go; their code names stand in their place.</p>
    </section>
  );
}
