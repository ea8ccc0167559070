import { Kbd, Panel } from '../../ui/index.ts';
import { type Command, useAllCommands } from '../../workbench/index.ts';
import './palette.css';

const lists: { title: string; keys: string }[] = [
  { title: 'Next and previous row', keys: 'ArrowDown ArrowUp' },
  { title: 'First and last row', keys: 'Home End' },
  { title: 'Open the row', keys: 'Enter' },
  { title: 'Select several', keys: 'Shift+ArrowDown' },
  { title: 'Select all', keys: 'Mod+A' },
  { title: 'Close what floats', keys: 'Escape' },
];

/** Every shortcut that applies here, by heading. */
export function KeyboardHelp({ open, onClose }: { open: boolean; onClose(): void }) {
  return (
    <Panel open={open} title="Keyboard" onClose={onClose} textOnly>
      {open && <Shortcuts />}
    </Panel>
  );
}

function Shortcuts() {
  const commands = useAllCommands().filter(command => command.shortcut);
  const sections = [...new Set(commands.map(command => command.section))];
  return (
    <div className="shortcuts">
      {sections.map(section => (
        <Section
          key={section}
          title={section}
          rows={commands.filter(command => command.section === section).map(keysOf)}
        />
      ))}
      <Section title="In lists" rows={lists} />
    </div>
  );
}

function keysOf({ title, shortcut = '' }: Command): { title: string; keys: string } {
  return { title, keys: shortcut };
}

function Section({ title, rows }: { title: string; rows: readonly { title: string; keys: string }[] }) {
  return (
    <section>
      <h3 className="shortcuts-title">{title}</h3>
      <dl>
        {rows.map(row => (
          <div key={row.title} className="shortcuts-row">
            <dt>{row.title}</dt>
            <dd>
              <span className="visually-hidden">{row.keys}</span>
              <Kbd keys={row.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
