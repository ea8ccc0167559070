/** data/custody/README.txt: what the files beside it are, and how anybody checks them with tools that are everywhere. */
import type { BundleCase } from '../bundle.ts';
import { partWorth } from '../custodyPart.ts';
import { worth } from '../identity/whatItProves.ts';
import type { BundleReceipt } from './bundleCustody.ts';

/** Python 3, which nearly every system has; short enough to be read before it is run. */
export const CHECK_PROGRAM = `import hashlib, json, sys
for name in sys.argv[1:]:
    number, before, count = 0, '0' * 64, 0
    for line in open(name, encoding='utf-8', newline='\\n'):
        event = json.loads(line)
        said = event.pop('hash')
        text = json.dumps(event, sort_keys=True, separators=(',', ':'), ensure_ascii=False)
        if hashlib.sha256(text.encode('utf-8')).hexdigest() != said:
            sys.exit(f"{name}: event {event['seq']} was changed")
        if event['seq'] <= number:
            sys.exit(f"{name}: event {event['seq']} is out of its place")
        if event['seq'] == number + 1 and event['previousHash'] != before:
            sys.exit(f"{name}: event {event['seq']} does not follow from the one before")
        number, before, count = event['seq'], said, count + 1
    print(f'{name}: {count} events, none changed')
`;

export function custodyReadme({ custodyLogs = [] }: BundleCase, receipts: readonly BundleReceipt[]): string {
  const logs = custodyLogs.map(log => {
    const whose = log.key === '' ? 'the vault that made this bundle' : 'another vault, as archives brought it';
    return `  ${baseName(log.path)}\n    ${log.events} events of ${whose}: ${log.vaultCode}${log.team === '' ? '' : `, ${log.team}`}.\n    When the bundle was made: ${log.checked.sentence}`;
  });
  return [
    'The custody logs: who did what to which exhibit when.',
    '',
    ...(logs.length > 0 ? [...logs, ''] : []),
    'HOW TO CHECK A LOG',
    'One event stands on each line, as JSON with sorted keys and no spaces. Its "hash" is the SHA-256 of that line without',
    '"hash". "previousHash" is the hash of the event with the number before. Numbers that are missing are events of other',
    'matters, or such as may not leave. This program (Python 3) checks it; save it, read it, and give it the names of the logs:',
    '',
    CHECK_PROGRAM,
    `What that shows: ${partWorth.shows}`,
    `What it does not: ${partWorth.showsNot}`,
    ...(receipts.length > 0 ? ['', ...ofReceipts(receipts)] : []),
    '',
  ].join('\n');
}

function ofReceipts(receipts: readonly BundleReceipt[]): string[] {
  const stamps = receipts.flatMap(({ timestamps }) => timestamps);
  const witnessed = receipts.some(({ countersignatures }) => countersignatures.length > 0);
  return [
    'HOW TO CHECK THE RECEIPTS',
    'A receipt says how many events a log held and the hash of the last one; receipts/receipts.json lists them with all that',
    'belongs to them. Each signed text has its signature beside it (.sshsig). In the folder receipts/:',
    '',
    ...commandsOf(receipts),
    '',
    'allowed_signers comes with the bundle: compare the fingerprints (ssh-keygen -l -f KEY) with those that the signers tell you',
    'by another way. ssh-keygen answers "Good" where the signature fits.',
    `What that shows: ${worth.signature.shows}`,
    `What it does not: ${worth.signature.showsNot}`,
    ...(witnessed
      ? [
          'Of a countersignature in particular:',
          `  shows: ${worth.countersignature.shows}`,
          `  does not: ${worth.countersignature.showsNot}`,
        ]
      : []),
    ...(stamps.length > 0
      ? [
          '',
          'HOW TO CHECK THE TIME STAMPS (RFC 3161)',
          'With openssl, and the certificate of an authority that you trust, from elsewhere, as authority.pem. In receipts/:',
          '',
          ...[...new Set(stamps.map(({ command }) => command))].sort().map(command => `  ${command}`),
          '',
          `What that shows: ${worth.timestamp.shows}`,
          `What it does not: ${worth.timestamp.showsNot}`,
        ]
      : []),
  ];
}

function commandsOf(receipts: readonly BundleReceipt[]): string[] {
  const signed = receipts.flatMap(receipt => [receipt, ...receipt.countersignatures]);
  return signed.flatMap(({ command }) => (command === null ? [] : [`  ${command}`])).sort();
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
