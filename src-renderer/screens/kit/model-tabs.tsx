import type { ScreenName } from '@shared/contract/screens';
import { type Modelled, ModelScreen } from './model-screen';
import { ScreenTabs } from './screen-tabs';

/** A list in a tab of its own. */
export type ModelTab = Modelled & { readonly title: string };

interface ModelTabsProps {
  readonly screen: ScreenName;
  readonly label: string;
  /** By the id of the tab. */
  readonly lists: Readonly<Record<string, ModelTab>>;
}

/** A screen of several lists that need nothing but their models. */
export function ModelTabs({ screen, label, lists }: ModelTabsProps) {
  return (
    <ScreenTabs
      screen={screen}
      label={label}
      tabs={Object.entries(lists).map(([id, { title, ...modelled }]) => ({
        id,
        title,
        panel: <ModelScreen {...modelled} screen={screen} />,
      }))}
    />
  );
}
