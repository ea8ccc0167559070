import { useState } from 'react';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { type MenuEntry, MenuButton } from '../../ui/index.ts';
import { useCommands, useNavigate } from '../../workbench/index.ts';
import { NewCase } from './NewCase.tsx';

export interface CaseSwitcherProps {
  caseId: CaseId;
  person: string;
  onShowAll(): void;
}

/** The case in hand, and the way to any other. */
export function CaseSwitcher({ caseId, person, onShowAll }: CaseSwitcherProps) {
  const cases = useQuery('case.list', {});
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  useCommands([
    { id: 'case.new', title: 'New case…', section: 'Case', run: () => setCreating(true) },
    { id: 'case.all', title: 'All cases', section: 'Case', run: onShowAll },
  ]);
  const current = cases.data?.find(one => one.id === caseId);
  const open = (id: CaseId) => navigate.go({ place: 'overview', caseId: id });
  const items: MenuEntry[] = [
    ...(cases.data ?? []).map(one => ({
      label: one.title,
      hint: one.reference,
      checked: one.id === caseId,
      onSelect: () => open(one.id),
    })),
    'separator',
    { label: 'All cases', onSelect: onShowAll },
    { label: 'New case…', onSelect: () => setCreating(true) },
  ];
  return (
    <>
      <MenuButton label="Switch case" items={items}>
        {current ? `${current.reference} ${current.title}` : '…'}
      </MenuButton>
      <NewCase
        open={creating}
        person={person}
        onClose={() => setCreating(false)}
        onCreated={id => {
          setCreating(false);
          open(id);
        }}
      />
    </>
  );
}
