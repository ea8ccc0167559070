/**
 * What Word and Excel write into the pages that they save, in comments that only they read: who wrote the document and when,
 * and which sheets of a workbook are hidden.
 */
import type { HtmlObserver } from '../../text/htmlText.ts';
import { walkXml } from '../../text/xmlWalk.ts';
import { openXmlProperties } from '../office/xmlProperties.ts';

const MAX_COMMENT_CHARS = 1024 * 1024;
const MAX_HIDDEN_SHEETS = 1000;

export interface OfficePageObserver extends HtmlObserver {
  metadata(): Record<string, string>;
  hiddenSheets(): readonly string[];
}

export function openOfficePage(): OfficePageObserver {
  const properties = openXmlProperties();
  const hidden: string[] = [];

  function readIsland(xml: string): void {
    let sheet = '';
    let text = '';
    walkXml(new TextEncoder().encode(xml), {
      open(name, attributes) {
        properties.open(name, attributes);
        text = '';
      },
      text(data) {
        properties.text(data);
        text += data;
      },
      close(name) {
        properties.close(name);
        if (name === 'x:Name') sheet = text.trim();
        else if (name === 'x:Visible' && /^Sheet(Very)?Hidden$/.test(text.trim()) && hidden.length < MAX_HIDDEN_SHEETS)
          hidden.push(sheet);
      },
    });
  }

  return {
    comment(data) {
      if (data.length > MAX_COMMENT_CHARS || !/^\[if gte mso/i.test(data)) return;
      const from = data.indexOf('<xml');
      const to = data.lastIndexOf('</xml>');
      if (from < 0 || to <= from) return;
      try {
        readIsland(data.slice(from, to + '</xml>'.length));
      } catch {
        // It stands beside the page, which is whole without it.
      }
    },
    metadata() {
      const { title, metadata } = properties.result();
      const found: Record<string, string> = title === null ? {} : { documentTitle: title };
      for (const [key, value] of Object.entries(metadata)) if (value !== undefined) found[key] = value;
      return found;
    },
    hiddenSheets: () => hidden,
  };
}

/** Undefined where nothing is hidden. */
export function sayHiddenCells(cells: number, sheets: readonly string[]): string | undefined {
  const names = sheets.slice(0, 20).map(name => `“${name}”`);
  const parts = [
    cells === 0 ? '' : cells === 1 ? '1 row or cell' : `${cells} rows or cells`,
    sheets.length === 0
      ? ''
      : sheets.length === 1
        ? `the sheet ${names[0]}`
        : `${sheets.length} sheets: ${names.join(', ')}`,
  ].filter(part => part !== '');
  if (parts.length === 0) return undefined;
  return `The workbook hides ${parts.join(' and ')}; what is there of them was read like the rest.`;
}
