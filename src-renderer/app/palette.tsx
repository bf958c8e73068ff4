import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { go } from '@renderer/state/use-route';
import { useWorkspace } from '@renderer/state/use-session';
import { Kbd } from '@renderer/ui/kbd';
import { Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import classes from './palette.module.css';
import { screensOf } from './screens';
import { usePaletteCommands } from './use-palette-commands';
import { usePaletteRecords } from './use-palette-records';

/** Ctrl-K: screens, commands, and the tenant's records, found as one types. */
export function Palette() {
  const [query, setQuery] = useState('');
  const needle = useDeferredValue(query.trim());
  const records = usePaletteRecords(needle);
  const commands = usePaletteCommands();
  const scenario = useWorkspace()?.scenario;
  const actions = useMemo<SpotlightActionGroupData[]>(() => {
    const matches = (label: string): boolean => label.toLowerCase().includes(needle.toLowerCase());
    const places = screensOf(scenario)
      .filter(({ group, title }) => group !== null && matches(`Go to ${title}`))
      .map(({ name, title, icon: Icon, letter }) => ({
        id: `go-${name}`,
        label: title,
        leftSection: <Icon size={15} strokeWidth={1.75} aria-hidden />,
        rightSection: letter !== null && <Kbd keys={`G ${letter.toUpperCase()}`} />,
        onClick: () => go(name),
      }));
    return [
      ...records,
      { group: 'Screens', actions: places },
      { group: 'Commands', actions: commands.filter(({ label }) => matches(label ?? '')) },
    ].filter((group) => group.actions.length > 0);
  }, [needle, records, commands, scenario]);
  return (
    <Spotlight
      actions={actions}
      query={query}
      onQueryChange={setQuery}
      filter={(_, all) => all}
      shortcut={null}
      lockScroll={false}
      scrollable
      maxHeight={420}
      classNames={classes}
      nothingFound="Nothing by that name here"
      searchProps={{
        leftSection: <Search size={15} aria-hidden />,
        placeholder: 'Organizations, people, screens, commands',
        'aria-label': 'Search organizations, people, screens and commands',
      }}
    />
  );
}
