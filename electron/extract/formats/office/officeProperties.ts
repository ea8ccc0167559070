/** Who wrote an OOXML document, with what, when and for how long, as it says itself. */
import { walkXml, xmlTexts } from '../../text/xmlWalk.ts';
import type { OfficePackage } from './officePackage.ts';

const CORE: Record<string, string> = {
  author: 'dc:creator',
  lastModifiedBy: 'cp:lastModifiedBy',
  created: 'dcterms:created',
  modified: 'dcterms:modified',
  lastPrinted: 'cp:lastPrinted',
  revision: 'cp:revision',
  subject: 'dc:subject',
  description: 'dc:description',
  keywords: 'cp:keywords',
  category: 'cp:category',
  status: 'cp:contentStatus',
};
const EXTENDED: Record<string, string> = {
  application: 'Application',
  applicationVersion: 'AppVersion',
  template: 'Template',
  company: 'Company',
  manager: 'Manager',
  totalEditingMinutes: 'TotalTime',
  hyperlinkBase: 'HyperlinkBase',
};
const MAX_CUSTOM = 60;

export interface OfficeProperties {
  title: string | null;
  metadata: Record<string, string | undefined>;
}

export async function readOfficeProperties(pack: OfficePackage): Promise<OfficeProperties> {
  const core = xmlTexts(await pack.read('docProps/core.xml'));
  const extended = xmlTexts(await pack.read('docProps/app.xml'));
  const metadata: OfficeProperties['metadata'] = {};
  for (const [key, name] of Object.entries(CORE)) metadata[key] = core.get(name);
  for (const [key, name] of Object.entries(EXTENDED)) metadata[key] = extended.get(`ep:${name}`) ?? extended.get(name);
  for (const [name, value] of customProperties(await pack.read('docProps/custom.xml')))
    metadata[`custom: ${name}`] = value;
  return { title: core.get('dc:title') ?? null, metadata };
}

function customProperties(bytes: Uint8Array | undefined): [name: string, value: string][] {
  const found: [string, string][] = [];
  if (bytes === undefined) return found;
  let name = '';
  let value = '';
  walkXml(bytes, {
    open(element, attributes) {
      if (!element.endsWith('property')) return;
      name = attributes.name ?? '';
      value = '';
    },
    text(data) {
      value += data;
    },
    close(element) {
      if (element.endsWith('property') && found.length < MAX_CUSTOM) found.push([name, value.trim()]);
    },
  });
  return found;
}
