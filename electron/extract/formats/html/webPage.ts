/** One web page, wherever it lies (a file, a message, a web archive): its words, what it says of itself, what it carries. */
import { type HtmlTextEnd, openHtmlText } from '../../text/htmlText.ts';
import { type DataPart, openDataParts } from './dataParts.ts';
import { openOfficePage } from './officePage.ts';
import { openPageOrigin } from './pageOrigin.ts';
import { openRemoteLoads, type RemoteLoads } from './remoteLoads.ts';

export interface WebPageEnd {
  text: string;
  head: HtmlTextEnd;
  metadata: Record<string, string>;
  loads: RemoteLoads;
  damagedParts: number;
  /** Of a workbook that was saved as a page. */
  hiddenSheets: readonly string[];
}

export interface WebPageReader {
  write(html: string): string;
  /** Pictures and files found in the markup since the last call. */
  takeParts(): DataPart[];
  end(): WebPageEnd;
}

export function openWebPage(isHeld?: (address: string) => boolean): WebPageReader {
  const loads = openRemoteLoads(isHeld);
  const parts = openDataParts();
  const origin = openPageOrigin();
  const office = openOfficePage();
  const reader = openHtmlText([loads, parts, origin, office]);
  return {
    write: html => reader.write(html),
    takeParts: () => parts.take(),
    end() {
      const { text, head } = reader.end();
      const { firstTime, ...found } = origin.metadata();
      const metadata: Record<string, string> = { ...office.metadata(), ...found, ...head.metadata };
      // The first time on a page is when it was published, unless the page says otherwise.
      if (firstTime !== undefined) metadata.published ??= firstTime;
      return {
        text,
        head,
        metadata,
        loads: loads.result(),
        damagedParts: parts.damaged(),
        hiddenSheets: office.hiddenSheets(),
      };
    },
  };
}

export interface WholeWebPage extends WebPageEnd {
  parts: DataPart[];
}

export function readWebPage(html: Iterable<string>, isHeld?: (address: string) => boolean): WholeWebPage {
  const reader = openWebPage(isHeld);
  const texts: string[] = [];
  for (const piece of html) texts.push(reader.write(piece));
  const end = reader.end();
  return { ...end, text: texts.join('') + end.text, parts: reader.takeParts() };
}
