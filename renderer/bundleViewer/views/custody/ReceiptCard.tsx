/** A receipt of a log's head with its witnesses and time stamps. Signatures are not checked here: the commands say with what. */
import type { BundleReceipt } from '../../../../shared/domain/bundle.ts';
import { languageOf } from '../../content/languageOf.ts';
import { instantWords } from '../words.ts';

type Signed = Pick<
  BundleReceipt,
  'signer' | 'team' | 'fingerprint' | 'textFile' | 'signatureFile' | 'command' | 'sentence'
>;

export function ReceiptCard({ receipt }: { receipt: BundleReceipt }) {
  const { eventCount, headHash, madeAt, place, placeSentence, countersignatures, timestamps } = receipt;
  return (
    <li className="receipt">
      <p>
        <strong>At event {eventCount}</strong>, made {instantWords(madeAt)} by <Who {...receipt} />
      </p>
      <p className={place === 'differs' ? 'problem' : ''}>
        <code className="digest">{headHash}</code> {placeSentence}
      </p>
      <p className="facts">{receipt.sentence}</p>
      {countersignatures.map(one => (
        <div key={one.textFile} className="receipt-part">
          <p>
            Countersigned {instantWords(one.witnessedAt)} by <Who {...one} />
            {one.note !== '' && (
              <>
                {' '}
                <span lang={languageOf(one.note)} dir="auto">
                  “{one.note}”
                </span>
              </>
            )}
          </p>
          <p className="facts">{one.sentence}</p>
        </div>
      ))}
      {timestamps.map(one => (
        <div key={one.file} className="receipt-part">
          <p>Time stamp: {one.sentence}</p>
          {one.authority && (
            <p className="facts">
              Certificate <code className="digest">{one.authority.fingerprint}</code>, by {one.authority.issuer}.
              Whether the authority is to be believed is for you to judge.
            </p>
          )}
        </div>
      ))}
      <details>
        <summary>Check it with tools of your own</summary>
        <p>
          In a terminal, in the folder <code>data/custody/receipts</code>; <code>README.txt</code> beside that folder
          says more.
        </p>
        <pre>{commandsOf(receipt).join('\n')}</pre>
      </details>
    </li>
  );
}

function Who({ signer, team, fingerprint }: Signed) {
  return (
    <>
      <span lang={languageOf(signer)} dir="auto">
        {signer}
        {team !== '' && `, ${team}`}
      </span>{' '}
      <code className="digest quiet">{fingerprint}</code>
    </>
  );
}

function commandsOf({ command, countersignatures, timestamps }: BundleReceipt): string[] {
  return [command, ...countersignatures.map(one => one.command), ...timestamps.map(one => one.command)].filter(
    one => one !== null,
  );
}
