/** data/ro-crate-metadata.json: the payload described as an RO-Crate 1.1, each exhibit with its digest. */
import type { BundleCase, BundleExhibit, BundleFigure } from '../bundle.ts';

type JsonObject = Record<string, unknown>;

export function roCrate(bundle: BundleCase): JsonObject {
  const files = bundle.exhibits.filter(exhibit => exhibit.fileName !== null).map(exhibitFile);
  const parts = [...files, ...(bundle.figures ?? []).flatMap(figureFile), ...machineReadable];
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
        identifier: bundle.case.reference,
        name: bundle.case.title,
        description: `${bundle.findings.length} findings with ${bundle.exhibits.length} exhibits. ${bundle.case.standard}`,
        datePublished: bundle.case.exportedAt,
        license: bundle.case.handlingMark,
        hasPart: parts.map(part => ({ '@id': part['@id'] })),
      },
      ...parts,
    ],
  };
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

function figureFile({ numeral, caption, picture }: BundleFigure): JsonObject[] {
  if (!picture) return [];
  return [
    {
      '@id': `report/figures/${picture.fileName}`,
      '@type': 'File',
      name: `Figure ${numeral}. ${caption}`,
      description: picture.altText,
      encodingFormat: 'image/png',
      contentSize: String(picture.sizeBytes),
      sha256: picture.sha256,
    },
  ];
}

const machineReadable: JsonObject[] = [
  { '@id': 'index.html', '@type': 'File', name: 'Viewer: opens from disk in a browser', encodingFormat: 'text/html' },
  {
    '@id': 'report/case.json',
    '@type': 'File',
    name: 'Findings, claims, citations and exhibits',
    encodingFormat: 'application/json',
  },
  {
    '@id': 'annotations/annotations.jsonld',
    '@type': 'File',
    name: 'Passages as W3C Web Annotations',
    encodingFormat: 'application/ld+json',
  },
  {
    '@id': 'csl.json',
    '@type': 'File',
    name: 'Exhibits as CSL-JSON',
    encodingFormat: 'application/vnd.citationstyles.csl+json',
  },
  { '@id': 'custody/custody.jsonl', '@type': 'File', name: 'Custody log', encodingFormat: 'application/x-ndjson' },
];
