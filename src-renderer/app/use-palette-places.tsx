import { useFeed } from '@renderer/bridge/use-feed';
import { useSavedViews } from '@renderer/drafts/saved-views';
import { useConfigGroups } from '@renderer/screens/applications/use-config-groups';
import { openView } from '@renderer/screens/shared/open-view';
import { go } from '@renderer/state/use-route';
import { useSession, useWorkspace } from '@renderer/state/use-session';
import { openBeside } from '@renderer/state/workspaces';
import { isScreenIn, screenTable } from '@shared/contract/screens';
import { settingName } from '@shared/domain/config-settings';
import { settingsParts } from '@shared/domain/settings-parts';
import { t } from '@shared/language/t';
import { AppWindow, Bookmark, Clock, SlidersHorizontal } from 'lucide-react';
import { useMemo } from 'react';
import type { PaletteAction } from './palette-store';

/** Places that have a name and are no records. */
export interface PalettePlaces {
  readonly views: readonly PaletteAction[];
  readonly settings: readonly PaletteAction[];
  /** Records opened lately, newest first. */
  readonly recents: readonly PaletteAction[];
  /** Other workspaces, to be opened in windows of their own. */
  readonly workspaces: readonly PaletteAction[];
}

const settingIcon = <SlidersHorizontal size={15} strokeWidth={1.75} aria-hidden />;
const recentIcon = <Clock size={15} strokeWidth={1.75} aria-hidden />;
const windowIcon = <AppWindow size={15} strokeWidth={1.75} aria-hidden />;
const viewIcon = <Bookmark size={15} strokeWidth={1.75} aria-hidden />;

/** Saved views, records opened lately, settings of the instance and policies of its application. */
export function usePalettePlaces(): PalettePlaces {
  const { id: here, scenario } = useWorkspace() ?? {};
  const known = useSession((session) => session.workspaces);
  const views = useSavedViews();
  const recents = useFeed('recents', {}).value;
  const groups = useConfigGroups();
  return useMemo(() => {
    const titleOf = (name: string): string | undefined =>
      screenTable.find((one) => one.name === name && isScreenIn(one, scenario))?.title;
    const instance = (
      ['organization_settings', 'restrictions', 'communication', 'protect', 'instance'] as const
    ).flatMap((part) => {
      const screen = part === 'restrictions' || part === 'communication' ? 'sign-up' : 'instance';
      const title = titleOf(screen);
      if (title === undefined) return [];
      const params: Readonly<Record<string, string>> = screen === 'sign-up' ? { tab: 'restrictions' } : {};
      return Object.entries(settingsParts[part]).map(([key, { label }]) =>
        place(`setting:${key}`, label, title, () => go(screen, { params })),
      );
    });
    const policies = titleOf('policies');
    const config =
      policies === undefined
        ? []
        : groups.flatMap(({ settings }) =>
            settings.map((setting) =>
              place(`policy:${setting.path}`, settingName(setting), policies, () =>
                go('policies', { params: { text: setting.path } }),
              ),
            ),
          );
    return {
      workspaces: known.flatMap(({ id, name }) =>
        id === here
          ? []
          : [
              {
                id: `workspace:${id}`,
                label: t('Open {name} in a new window', { name }),
                leftSection: windowIcon,
                onClick: () => void openBeside({ workspaceId: id }),
              },
            ],
      ),
      recents: (recents ?? []).flatMap(({ screen, recordId, label }) => {
        const title = titleOf(screen);
        if (title === undefined) return [];
        const open = (): void => go(screen, { id: recordId });
        return [{ ...place(`recent:${screen}/${recordId}`, label, title, open), leftSection: recentIcon }];
      }),
      settings: [...instance, ...config],
      views: (views ?? []).flatMap((view) => {
        const title = titleOf(view.screen);
        if (title === undefined) return [];
        const open = (): void => openView(view);
        return [{ ...place(`view:${view.id}`, view.name, title, open), leftSection: viewIcon }];
      }),
    };
  }, [views, recents, groups, scenario, known, here]);
}

const place = (id: string, label: string, description: string, onClick: () => void): PaletteAction => ({
  id,
  label,
  description,
  leftSection: settingIcon,
  onClick,
});
