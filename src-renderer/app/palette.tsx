import { Spotlight, useSpotlight } from '@mantine/spotlight';
import { Kbd } from '@renderer/ui/controls/kbd';
import type { Failure } from '@shared/contract/failure';
import { holdsNearly } from '@shared/domain/text/nearly';
import { t } from '@shared/language/t';
import { Search, SearchX } from 'lucide-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { type Command, selectedCommands } from './commands';
import { earlyKey } from './early-key';
import classes from './palette.module.css';
import {
  chooseFirst,
  isChosen,
  type PaletteAction,
  type PaletteGroup,
  palette,
  paletteStore,
} from './palette-store';
import { useCommands } from './use-commands';
import { usePalettePlaces } from './use-palette-places';
import { type PaletteRecords, usePaletteRecords } from './use-palette-records';

/** Ctrl-K: what can be done with what is selected, screens, commands, and the tenant's records, found as one types. The first hit is chosen; Enter goes there. */
export function Palette() {
  const [query, setQuery] = useState('');
  const needle = query.trim();
  const records = usePaletteRecords(needle);
  const commands = useCommands();
  const places = usePalettePlaces();
  const { opened } = useSpotlight(paletteStore);
  const selected = useMemo(() => (opened ? selectedCommands() : []), [opened]);
  const actions = useMemo<PaletteGroup[]>(() => {
    const able = commands.filter(({ applies }) => applies);
    const named =
      places.settings.length + places.views.length + places.workspaces.length > 0 &&
      records.needle.length > 1;
    const titles = [
      ...able.map(({ id, title }) => (id.startsWith('go:') ? t('Go to {title}', { title }) : title)),
      ...selected.map(({ title }) => title),
      ...(named
        ? [...places.settings, ...places.views, ...places.workspaces].map(({ label = '' }) => label)
        : []),
    ];
    // Slips count where nothing is called what is typed.
    const exact = titles.some((title) => contains(title, records.needle));
    const holds = exact ? contains : holdsNearly;
    const holding = (some: readonly PaletteAction[]): PaletteAction[] =>
      named ? some.filter(({ label = '' }) => holds(label, records.needle)).slice(0, mostPlaces) : [];
    const screens = able.filter(
      ({ id, title }) => id.startsWith('go:') && holds(t('Go to {title}', { title }), records.needle),
    );
    const others = able.filter((command) => command.palette && holds(command.title, records.needle));
    const chosen = selected.filter(({ title }) => holds(title, records.needle));
    return [
      { group: t('Selected'), actions: chosen.map(actionOf) },
      { group: t('Opened lately'), actions: needle === '' ? places.recents.slice(0, mostPlaces) : [] },
      ...records.groups,
      { group: t('Views'), actions: holding(places.views) },
      { group: t('Settings'), actions: holding(places.settings) },
      { group: t('Screens'), actions: screens.map(actionOf) },
      { group: t('Commands'), actions: others.map(actionOf) },
      { group: t('Workspaces'), actions: holding(places.workspaces) },
      { group: t('Not looked for'), actions: records.failure ? [unsearched(records.failure)] : [] },
    ].filter((group) => group.actions.length > 0);
  }, [needle, records, commands, selected, places]);
  const { onKeyDown, enter } = useEnter(needle, records, actions);
  useEarlyKeys(setQuery, enter);
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
      // A list that scrolls is reached by key, too.
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      classNames={classes}
      nothingFound={records.needle === needle ? t('Nothing by that name here') : t('Looking…')}
      onKeyDownCapture={onKeyDown}
      searchProps={{
        leftSection: <Search size={15} aria-hidden />,
        placeholder: t('People, organizations, roles, settings, views, commands'),
        'aria-label': t('Search organizations, people, roles, settings, views and commands'),
      }}
    />
  );
}

/** What is pressed after Ctrl-K is the palette's, also before its field has the focus: never a key of the screen below. */
function useEarlyKeys(edit: (change: (query: string) => string) => void, enter: () => void): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const within = event.target instanceof Element && event.target.closest('[aria-modal="true"]');
      if (!paletteStore.getState().opened || within) return;
      const early = earlyKey(event);
      if (early === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (early === 'enter') enter();
      else if (early !== 'nothing') edit(early);
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  });
}

/** Views, settings and records opened lately that are listed at most, of each. */
const mostPlaces = 6;

const contains = (text: string, needle: string): boolean => text.toLowerCase().includes(needle.toLowerCase());

/** Says that records were not searched, and why; there is nothing to do about it but to type again. */
const unsearched = ({ message, next }: Failure): PaletteAction => ({
  id: 'unsearched',
  label: t('People, organizations and other records could not be searched'),
  description: `${message} ${next}`,
  leftSection: <SearchX size={15} strokeWidth={1.75} aria-hidden />,
  closeSpotlightOnTrigger: false,
  onClick: () => undefined,
});

function actionOf({ id, title, icon: Icon, keys, run }: Command): PaletteAction {
  return {
    id,
    label: title,
    leftSection: <Icon size={15} strokeWidth={1.75} aria-hidden />,
    rightSection: keys !== undefined && <Kbd keys={keys[0] ?? ''} />,
    onClick: () => void run(),
  };
}

/**
 * Keeps the first hit chosen whenever the hits change. Enter that comes before the hits of what is typed waits for them,
 * rather than doing nothing or going where the last text led; where they fail to come it goes nowhere.
 */
function useEnter(needle: string, records: PaletteRecords, actions: readonly PaletteGroup[]) {
  const [pressed, setPressed] = useState<string | null>(null);
  const ready = records.needle === needle;
  const failed = records.failure !== undefined;
  // As soon as hits are seen the first one is chosen; and again below, for the list lets go of it by effects of its own.
  useLayoutEffect(() => {
    if (actions.length > 0 && paletteStore.getState().opened) chooseFirst();
  }, [actions]);
  useEffect(() => {
    if (!paletteStore.getState().opened) return setPressed(null);
    chooseFirst();
    if (!ready || pressed === null) return;
    setPressed(null);
    if (pressed === needle && !failed) goToFirst(actions);
  }, [actions, ready, failed, pressed, needle]);
  return {
    /** Of the field: once the hits are there, Enter is the list's own key. */
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.nativeEvent.isComposing || (ready && isChosen())) return;
      event.preventDefault();
      event.stopPropagation();
      if (ready) goToFirst(actions);
      else setPressed(needle);
    },
    /** As if Enter were pressed in the field. */
    enter: (): void => {
      if (ready) goToFirst(actions);
      else setPressed(needle);
    },
  };
}

/** Where nothing was found, the palette stays open and says so. */
function goToFirst(actions: readonly PaletteGroup[]): void {
  const first = actions[0]?.actions[0];
  if (first === undefined) return;
  if (first.closeSpotlightOnTrigger !== false) palette.close();
  first.onClick();
}
