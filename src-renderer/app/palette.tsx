import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { go } from '@renderer/state/use-route';
import { useWorkspace } from '@renderer/state/use-session';
import { Kbd } from '@renderer/ui/kbd';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import classes from './palette.module.css';
import { chooseFirst, paletteStore, takeChosen } from './palette-store';
import { screensOf } from './screens';
import { usePaletteCommands } from './use-palette-commands';
import { usePaletteRecords } from './use-palette-records';

/** Ctrl-K: screens, commands, and the tenant's records, found as one types. The first hit is chosen; Enter goes there. */
export function Palette() {
  const [query, setQuery] = useState('');
  const needle = query.trim();
  const records = usePaletteRecords(needle);
  const commands = usePaletteCommands();
  const scenario = useWorkspace()?.scenario;
  const actions = useMemo<SpotlightActionGroupData[]>(() => {
    const matches = (label: string): boolean => label.toLowerCase().includes(records.needle.toLowerCase());
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
      ...records.groups,
      { group: 'Screens', actions: places },
      { group: 'Commands', actions: commands.filter(({ label }) => matches(label ?? '')) },
    ].filter((group) => group.actions.length > 0);
  }, [records, commands, scenario]);
  const enter = useEnter(needle, records.needle, actions);
  return (
    <Spotlight
      store={paletteStore}
      actions={actions}
      query={query}
      onQueryChange={setQuery}
      filter={(_, all) => all}
      shortcut={null}
      lockScroll={false}
      centered={false}
      yOffset={88}
      scrollable
      maxHeight={420}
      classNames={classes}
      nothingFound={records.needle === needle ? 'Nothing by that name here' : 'Looking…'}
      onKeyDownCapture={enter}
      searchProps={{
        leftSection: <Search size={15} aria-hidden />,
        placeholder: 'Organizations, people, screens, commands',
        'aria-label': 'Search organizations, people, screens and commands',
      }}
    />
  );
}

/**
 * Keeps the first hit chosen whenever the hits change. Enter that comes before the hits of what is typed waits for them,
 * rather than doing nothing or going where the last text led.
 */
function useEnter(needle: string, answered: string, actions: readonly SpotlightActionGroupData[]) {
  const [pressed, setPressed] = useState<string | null>(null);
  const ready = answered === needle;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other hits are a reason to choose the first one again
  useEffect(() => {
    if (!paletteStore.getState().opened) return setPressed(null);
    chooseFirst();
    if (!ready || pressed === null) return;
    setPressed(null);
    if (pressed === needle) takeChosen();
  }, [actions, ready, pressed, needle]);
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || ready || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    setPressed(needle);
  };
}
