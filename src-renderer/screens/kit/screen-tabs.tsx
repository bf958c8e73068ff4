import { Tabs } from '@mantine/core';
import { go, useRoute } from '@renderer/state/use-route';
import type { ScreenName } from '@shared/contract/screens';
import type { ReactNode } from 'react';
import classes from './screen-tabs.module.css';

interface ScreenTabsProps {
  readonly screen: ScreenName;
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly title: string; readonly panel: ReactNode }[];
}

/** The parts of a screen, a tab each. Which one is open stands in the route; the first one is where it says nothing. */
export function ScreenTabs({ screen, label, tabs }: ScreenTabsProps) {
  const asked = useRoute(({ route }) => route.params.tab);
  const open = tabs.find(({ id }) => id === asked) ?? tabs[0];
  return (
    <Tabs
      classNames={{ root: classes.tabs, list: classes.list, tab: classes.tab }}
      value={open?.id ?? null}
      // Filters and the open record of one part mean nothing on another.
      onChange={(to) => go(screen, { params: { tab: to ?? '' } })}
      keepMounted={false}
    >
      <Tabs.List aria-label={label}>
        {tabs.map(({ id, title }) => (
          <Tabs.Tab key={id} value={id}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ id, panel }) => (
        <Tabs.Panel key={id} value={id} className={classes.panel}>
          {panel}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
