/** data/ro-crate-metadata.json: the payload described as an RO-Crate 1.1, each file with what it is, exhibits with their digests. */
import type { BundleCase, BundleExhibit, BundleFigure } from '../bundle.ts';
import type { BundleReceipt } from './bundleCustody.ts';
import { hasBytes } from './bundlePaths.ts';

type JsonObject = Record<string, unknown>;

export function roCrate(bundle: BundleCase, receipts: readonly BundleReceipt[] = []): JsonObject {
  const { case: about, exhibits, findings, figures = [], editions = [], parts } = bundle;
  const files = [
    ...exhibits.filter(hasBytes).map(exhibitFile),
    ...exhibits.filter(exhibit => exhibit.hasText).map(textOf),
    ...figures.flatMap(figureFile),
    ...editions.flatMap(edition => edition.files.map(file => editionFile(file, edition.title))),
    ...machineReadable,
    ...receivedLogs(bundle),
    ...receiptFiles(receipts),
    ...(bundle.screening ? [screeningFile] : []),
    ...((parts?.entities ?? 0) > 0 ? ofEntities : []),
    ...ofViewer,
  ];
  const people = peopleOf(bundle);
  return {
    '@context': ['https://w3id.org/ro/crate/1.1/context', { sha256: 'https://w3id.org/ro/terms/workflow-run#sha256' }],
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
        about: { '@id': './' },
      },
      {
        '@id': './',
        '@type': 'Dataset',
        identifier: about.reference,
        name: about.title,
        description: `${findings.length} findings with ${exhibits.length} exhibits. ${about.standard}`,
        datePublished: about.exportedAt,
        license: { '@id': '#terms' },
        ...(people.length > 0 ? { author: people.map(reference) } : {}),
        hasPart: [...files.map(reference), { '@id': 'viewer/' }],
      },
      {
        '@id': '#terms',
        '@type': 'CreativeWork',
        name: `Handling: ${about.handlingMark}`,
        description:
          'No licence is given. Who received this bundle may use and pass it on as its handling mark and the sender allow; the rights in the exhibits are those of their authors.',
      },
      ...people,
      ...files,
      {
        '@id': 'viewer/',
        '@type': 'Dataset',
        name: 'The content once more, as scripts for the viewer',
        description:
          'A page opened from disk may run its neighbours but not read them. Nothing here is not elsewhere in this crate.',
        encodingFormat: 'text/javascript',
      },
    ],
  };
}

const reference = (part: JsonObject): JsonObject => ({ '@id': part['@id'] });

/** Whoever leads the case, and who compiled its editions. */
function peopleOf({ case: about, editions = [] }: BundleCase): JsonObject[] {
  const names = [about.lead, ...editions.map(edition => edition.compiledBy)].filter(name => name.trim() !== '');
  return [...new Set(names)].map((name, at) => ({ '@id': `#person-${at + 1}`, '@type': 'Person', name }));
}

function exhibitFile(exhibit: BundleExhibit): JsonObject {
  return {
    '@id': `exhibits/${exhibit.fileName}`,
    '@type': 'File',
    name: exhibit.title,
    identifier: exhibit.number,
    encodingFormat: exhibit.mediaType,
    contentSize: String(exhibit.sizeBytes),
    sha256: exhibit.documentSha256,
    ...(exhibit.languages.length > 0 ? { inLanguage: exhibit.languages } : {}),
    ...(exhibit.publishedOn ? { datePublished: exhibit.publishedOn } : {}),
  };
}

function textOf({ number, fileName }: BundleExhibit): JsonObject {
  return {
    ...file(`text/${number}.json`, `Text of ${number}, page by page`, 'application/json'),
    ...(fileName === null ? {} : { isBasedOn: { '@id': `exhibits/${fileName}` } }),
  };
}

function figureFile({ numeral, caption, picture }: BundleFigure): JsonObject[] {
  if (!picture) return [];
  return [
    {
      ...file(`report/figures/${picture.fileName}`, `Figure ${numeral}. ${caption}`, 'image/png'),
      description: picture.altText,
      contentSize: String(picture.sizeBytes),
      sha256: picture.sha256,
    },
  ];
}

type EditionFile = NonNullable<BundleCase['editions']>[number]['files'][number];

function editionFile({ path, mediaType, sizeBytes, sha256 }: EditionFile, title: string): JsonObject {
  return { ...file(path, title, mediaType), contentSize: String(sizeBytes), sha256 };
}

function file(id: string, name: string, encodingFormat: string): JsonObject {
  return { '@id': id, '@type': 'File', name, encodingFormat };
}

function receivedLogs({ custodyLogs = [] }: BundleCase): JsonObject[] {
  return custodyLogs
    .filter(({ key }) => key !== '')
    .map(({ path, vaultCode, team }) =>
      file(
        path.replace(/^data\//, ''),
        `Custody log of ${team === '' ? `the vault ${vaultCode}` : `${team} (${vaultCode})`}, as archives brought it`,
        'application/x-ndjson',
      ),
    );
}

function receiptFiles(receipts: readonly BundleReceipt[]): JsonObject[] {
  if (receipts.length === 0) return [];
  const inFolder = (name: string, what: string, format: string) => file(`custody/receipts/${name}`, what, format);
  const signed = (what: string, { textFile, signatureFile }: Pick<BundleReceipt, 'textFile' | 'signatureFile'>) => [
    inFolder(textFile, what, 'text/plain'),
    ...(signatureFile === null
      ? []
      : [{ ...inFolder(signatureFile, `${what}: its SSH signature`, 'text/plain'), about: idOf(textFile) }]),
  ];
  const idOf = (name: string) => ({ '@id': `custody/receipts/${name}` });
  const files = receipts.flatMap(receipt => {
    const what = `Receipt of the custody log ${receipt.vaultCode} at event ${receipt.eventCount}`;
    return [
      ...signed(what, receipt),
      ...receipt.countersignatures.flatMap(one => signed(`${what}, countersigned by ${one.signer}`, one)),
      ...receipt.timestamps.flatMap(({ file: name, ofFile }) => [
        {
          ...inFolder(name, `${what}: time stamp (RFC 3161)`, timestampFormat(name)),
          about: idOf(ofFile ?? receipt.textFile),
        },
        ...(ofFile === null ? [] : [inFolder(ofFile, `${what}, as it was time-stamped`, 'text/plain')]),
      ]),
    ];
  });
  return [
    ...new Map(files.map(one => [one['@id'], one])).values(),
    inFolder('allowed_signers', 'Keys of the receipts’ signers, as ssh-keygen reads them', 'text/plain'),
    inFolder('receipts.json', 'Receipts with their witnesses and time stamps', 'application/json'),
  ];
}

const timestampFormat = (name: string): string =>
  name.endsWith('.tsr') ? 'application/timestamp-reply' : 'application/vnd.etsi.timestamp-token';

const machineReadable: JsonObject[] = [
  file('index.html', 'Viewer: opens from disk in a browser', 'text/html'),
  file('report/case.json', 'Findings, claims, citations and exhibits', 'application/json'),
  file('annotations/annotations.jsonld', 'Passages as W3C Web Annotations', 'application/ld+json'),
  file('csl.json', 'Exhibits as CSL-JSON', 'application/vnd.citationstyles.csl+json'),
  file('custody/README.txt', 'What the custody logs are, and how anybody checks them', 'text/plain'),
  file('custody/custody.jsonl', 'Custody log', 'application/x-ndjson'),
];

const screeningFile = file('screening/screening.json', 'Screening runs against sanctions lists', 'application/json');

const ofEntities: JsonObject[] = [
  file('ftm/entities.ftm.json', 'Entities as FollowTheMoney, one a line', 'application/x-ndjson'),
  file('geo/places.geojson', 'Entities that have a place', 'application/geo+json'),
  file('chart/chart.graphml', 'Entities and the ties between them', 'application/graphml+xml'),
];

const ofViewer: JsonObject[] = [
  file('viewer/viewer.js', 'The viewer', 'text/javascript'),
  file('viewer/viewer.css', 'Its styles', 'text/css'),
  file('viewer/case.js', 'What it reads first', 'text/javascript'),
];
