/** What a field of a Word or RTF document refers to. Fields are never run; what they showed last is read. */

const REMOTE = /^\s*(?:INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|IMPORT|RD)\s+(.*)$/is;

export function readFieldCode(code: string): { link?: string; remote?: string } {
  const link = /\bHYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"/i.exec(code)?.[1];
  const remote = REMOTE.exec(code)?.[1]?.replaceAll('"', '').trim();
  return { ...(link === undefined ? {} : { link }), ...(remote === undefined || remote === '' ? {} : { remote }) };
}
