import { useDeferredValue } from 'react';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { findingName } from '../../../shared/domain/finding.ts';
import { useQuery } from '../../api/index.ts';
import { useAllCommands, useNavigate, useRoute } from '../../workbench/index.ts';
import { fitting, grouped, type PaletteItem } from './paletteItems.ts';

const EXHIBITS_SHOWN = 8;
const OTHERS_SHOWN = 6;

/** Commands, cases, exhibits by number and title, entities by any of their names, findings, and the search for what was typed. */
export function usePaletteItems(typed: string): PaletteItem[] {
  const { caseId } = useRoute();
  const navigate = useNavigate();
  const commands = useAllCommands();
  const words = useDeferredValue(typed.trim());
  const cases = useQuery('case.list', {});
  const findings = useQuery('finding.list', { caseId });
  const exhibits = useQuery(
    'exhibit.list',
    { caseId, words, limit: EXHIBITS_SHOWN },
    { skip: words === '', keepPrevious: true },
  );

  const entities = useQuery(
    'entity.list',
    { caseId, words, kinds: ['thing', 'event'], limit: OTHERS_SHOWN },
    { skip: words === '', keepPrevious: true },
  );

  const commandItems = fitting(
    commands.filter(command => command.id !== 'app.palette'),
    words,
    command => `${command.title} ${command.section}`,
  )
    .slice(0, words === '' ? 40 : 12)
    .map(({ id, title, section, shortcut, run }) => ({ id, title, section, shortcut, run }));
  if (words === '') return inOrder(commandItems);

  const exhibitItems = (exhibits.data?.rows ?? []).map(row => ({
    id: row.id,
    section: 'Exhibits',
    mark: exhibitNumber(row.number),
    title: row.title,
    hint: row.sourceName ?? undefined,
    run: () => navigate.go({ place: 'exhibits', exhibitId: row.id }),
  }));
  const entityItems = (entities.data?.rows ?? []).map(row => ({
    id: row.id,
    section: 'Entities',
    title: row.caption,
    hint: row.hint,
    run: () => navigate.go({ place: 'entities', entityId: row.id }),
  }));
  const findingItems = fitting(findings.data ?? [], words, finding => `${findingName(finding)} ${finding.title}`)
    .slice(0, OTHERS_SHOWN)
    .map(finding => ({
      id: finding.id,
      section: 'Findings',
      mark: findingName(finding),
      title: finding.title,
      hint: finding.status,
      run: () => navigate.go({ place: 'findings', findingId: finding.id }),
    }));
  const caseItems = fitting(cases.data ?? [], words, one => `${one.reference} ${one.title}`)
    .filter(one => one.id !== caseId)
    .slice(0, OTHERS_SHOWN)
    .map(one => ({
      id: one.id,
      section: 'Cases',
      mark: one.reference,
      title: one.title,
      run: () => navigate.go({ caseId: one.id, place: 'overview' }),
    }));
  const searchItem = {
    id: 'palette.search',
    section: 'Search',
    title: `Search the case for “${words}”`,
    run: () => navigate.go({ place: 'search', query: words }),
  };
  const isNumber = /^(?:ex-?)?\d+$/i.test(words);
  return inOrder(
    isNumber
      ? [...exhibitItems, ...entityItems, ...commandItems, ...findingItems, ...caseItems, searchItem]
      : [...commandItems.slice(0, 6), ...entityItems, ...exhibitItems, ...findingItems, ...caseItems, searchItem],
  );
}

function inOrder(items: PaletteItem[]): PaletteItem[] {
  return grouped(items).flatMap(group => group.items.map(one => one.item));
}
