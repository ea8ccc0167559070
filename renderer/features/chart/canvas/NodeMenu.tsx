/** The menu of an entity or a box on the canvas: what more it could bring, by type, and what can be done with it. */
import {
  Eye,
  EyeOff,
  FoldVertical,
  Group,
  Pin,
  PinOff,
  Plus,
  SquareArrowOutUpRight,
  Ungroup,
  UnfoldVertical,
} from 'lucide-react';
import { expansionsOf, type Point } from '../../../../shared/domain/chart/index.ts';
import type { EntityId } from '../../../../shared/kernel/ids.ts';
import { useQuery } from '../../../api/index.ts';
import { Menu, type MenuEntry, Popover } from '../../../ui/index.ts';
import { useNavigate } from '../../../workbench/index.ts';
import type { ChartActions } from '../state/chartActions.ts';
import type { Chart } from '../state/useChart.ts';
import type { Picks } from '../state/usePicks.ts';
import type { Pressed } from './ChartCanvas.tsx';

export interface OpenMenu {
  of: Pressed;
  at: Point;
}

export interface NodeMenuProps {
  menu: OpenMenu | null;
  chart: Chart;
  picks: Picks;
  actions: ChartActions;
  onClose(): void;
}

export function NodeMenu({ menu, onClose, ...props }: NodeMenuProps) {
  if (!menu || menu.of.kind === 'tie' || menu.of.kind === 'note') return null;
  const anchor = { left: menu.at.x, top: menu.at.y, right: menu.at.x, bottom: menu.at.y };
  const isBox = menu.of.kind === 'box';
  const label = isBox ? 'Group' : (props.chart.nodes.get(menu.of.id)?.caption ?? 'Entity');
  return (
    <Popover open onClose={onClose} anchor={anchor} label={label} plain>
      {isBox ? (
        <BoxItems id={menu.of.id} label={label} onClose={onClose} {...props} />
      ) : (
        <EntityItems key={menu.of.id} id={menu.of.id} label={label} onClose={onClose} {...props} />
      )}
    </Popover>
  );
}

interface ItemsProps extends Omit<NodeMenuProps, 'menu'> {
  id: string;
  label: string;
}

function EntityItems({ id, label, chart, picks, actions, onClose }: ItemsProps) {
  const { go } = useNavigate();
  const { data } = useQuery('chart.graph', { caseId: null, around: [id as EntityId], steps: 1 });
  const shown = new Set<string>(chart.shown.nodes.map(node => node.id));
  const more = data ? expansionsOf(data, id, shown) : [];
  const isPinned = chart.state.pinnedIds.includes(id);
  const together = picks.nodeIds.includes(id) ? picks.nodeIds : [id];
  const items: MenuEntry[] = [
    ...(data ? [] : [{ label: 'Looking for more …', disabled: true, onSelect: () => undefined }]),
    ...more.map(({ label: type, tieCount, newIds }) => ({
      label: `${type} ${tieCount}`,
      hint: newIds.length === 0 ? 'all shown' : `brings ${newIds.length}`,
      icon: Plus,
      disabled: newIds.length === 0,
      onSelect: () => actions.bring(newIds),
    })),
    ...(more.length > 0 || !data ? (['separator'] as const) : []),
    { label: 'Open', icon: SquareArrowOutUpRight, onSelect: () => go({ place: 'entities', entityId: id as EntityId }) },
    {
      label: isPinned ? 'Unpin' : 'Pin',
      icon: isPinned ? PinOff : Pin,
      shortcut: 'P',
      onSelect: () => actions.pin(together, !isPinned),
    },
    { label: 'Hide', icon: EyeOff, shortcut: 'H', onSelect: () => actions.hide(together) },
    { label: 'Only this and neighbours', icon: Eye, onSelect: () => actions.showAround(together) },
    ...(together.length > 1
      ? [{ label: `Group these ${together.length}`, icon: Group, onSelect: () => actions.group(together) }]
      : []),
  ];
  // The list takes the focus when it appears: once for the waiting line, once for what came.
  return <Menu key={data ? 'read' : 'reading'} label={label} items={items} onClose={onClose} />;
}

function BoxItems({ id, label, chart, actions, onClose }: ItemsProps) {
  const isFolded = chart.state.groups.find(group => group.id === id)?.collapsed ?? false;
  const items: MenuEntry[] = [
    {
      label: isFolded ? 'Open' : 'Fold into one',
      icon: isFolded ? UnfoldVertical : FoldVertical,
      onSelect: () => actions.fold(id, !isFolded),
    },
    { label: 'Dissolve', icon: Ungroup, onSelect: () => actions.ungroup(id) },
  ];
  return <Menu label={label} items={items} onClose={onClose} />;
}
