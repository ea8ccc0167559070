/** Who wrote a document of Office 2003 XML, and when, as it says itself: elements of `o:DocumentProperties`. */
import type { XmlAttributes, XmlEvents } from '../../text/xmlWalk.ts';

const KNOWN: Readonly<Record<string, string>> = {
  'o:Author': 'author',
  'o:LastAuthor': 'lastModifiedBy',
  'o:Created': 'created',
  'o:LastSaved': 'modified',
  'o:LastPrinted': 'lastPrinted',
  'o:Revision': 'revision',
  'o:Subject': 'subject',
  'o:Description': 'description',
  'o:Keywords': 'keywords',
  'o:Category': 'category',
  'o:AppName': 'application',
  'o:Version': 'applicationVersion',
  'o:Template': 'template',
  'o:Company': 'company',
  'o:Manager': 'manager',
  'o:TotalTime': 'totalEditingMinutes',
  'o:HyperlinkBase': 'hyperlinkBase',
};
const HOLDERS = /^o:(Custom)?DocumentProperties$/;
const MAX_CUSTOM = 60;
const MAX_CHARS = 10_000;

export interface XmlProperties extends Required<XmlEvents> {
  result(): { title: string | null; metadata: Record<string, string | undefined> };
}

/** Is told of everything that is walked, and takes what is its own. */
export function openXmlProperties(): XmlProperties {
  const metadata: Record<string, string | undefined> = {};
  let title: string | null = null;
  let holder = '';
  let text = '';
  let custom = 0;
  return {
    open(name: string, _: XmlAttributes) {
      if (HOLDERS.test(name)) holder = name;
      text = '';
    },
    text(data) {
      if (holder !== '' && text.length < MAX_CHARS) text += data;
    },
    close(name) {
      const value = text.trim();
      text = '';
      if (name === holder) holder = '';
      else if (holder === '' || value === '') return;
      else if (holder === 'o:CustomDocumentProperties') {
        custom += 1;
        if (custom <= MAX_CUSTOM) metadata[`custom: ${name.replace(/^o:/, '').replace(/_x0020_/g, ' ')}`] ??= value;
      } else if (name === 'o:Title') title ??= value;
      else {
        const key = KNOWN[name];
        if (key !== undefined) metadata[key] ??= value;
      }
    },
    result: () => ({ title, metadata }),
  };
}
