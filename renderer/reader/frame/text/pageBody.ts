/** A page of extracted text as elements. Every character of the text stands in them, in order: offsets must stay true. */
import type { Page } from '../../../../shared/domain/rendition.ts';
import { splitMessageHeader, splitQuotedLines } from '../../../../shared/domain/messageHeader.ts';
import { textLanguage } from './textLanguage.ts';

export function pageBody(page: Page, options: { isMessage: boolean; languages: readonly string[] }): HTMLElement {
  const words = document.createElement('div');
  words.className = 'words';
  const lang = textLanguage(page.text, options.languages);
  if (lang !== undefined) words.lang = lang;
  words.dir = 'auto';
  const { fields, body } =
    options.isMessage && page.index === 0 ? splitMessageHeader(page.text) : { fields: [], body: page.text };
  if (fields.length > 0) {
    const list = document.createElement('dl');
    list.className = 'message-header';
    for (const { name, value } of fields) {
      const term = document.createElement('dt');
      term.textContent = name;
      const description = document.createElement('dd');
      description.textContent = value;
      list.append(term, description);
    }
    words.append(list);
  }
  for (const { text, quoted } of options.isMessage ? splitQuotedLines(body) : [{ text: body, quoted: false }]) {
    const run = document.createElement('div');
    run.className = quoted ? 'run quoted' : 'run';
    run.textContent = text;
    words.append(run);
  }
  return words;
}
