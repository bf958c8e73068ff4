import { Button, Menu, TextInput } from '@mantine/core';
import { listSavedViews, removeView, saveView } from '@renderer/drafts/saved-views';
import { useLack } from '@renderer/state/capabilities';
import { go, useRoute } from '@renderer/state/use-route';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import type { ScreenName } from '@shared/contract/screens';
import type { CapabilityName } from '@shared/domain/capabilities';
import { useLiveQuery } from 'dexie-react-hooks';
import { Bookmark, X } from 'lucide-react';
import { useState } from 'react';
import classes from './saved-views.module.css';

/** A view that a screen has from the start. */
export interface StandingView {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
  /** What must be copied for it to be true; without, it is grey, and says why. */
  readonly needs?: readonly CapabilityName[] | undefined;
}

interface SavedViewsProps {
  readonly screen: ScreenName;
  readonly standing: readonly StandingView[];
}

/** Filters under a name, for this screen: those that it comes with, and those kept on this machine. */
export function SavedViews({ screen, standing }: SavedViewsProps) {
  const workspaceId = useWorkspaceId();
  const params = useRoute(({ route }) => route.params);
  const views = useLiveQuery(() => listSavedViews(workspaceId, screen), [workspaceId, screen]) ?? [];
  const [name, setName] = useState('');
  const save = (): void => {
    if (name.trim() === '') return;
    void saveView({ workspaceId, screen, name: name.trim(), params });
    setName('');
  };
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button variant="default" leftSection={<Bookmark size={13} aria-hidden />} aria-label="Saved views">
          Views
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {standing.map((view) => (
          <Standing key={view.name} screen={screen} view={view} />
        ))}
        {views.map((view) => (
          <div key={view.id} className={classes.view}>
            <Menu.Item className={classes.name} onClick={() => go(screen, { params: view.params })}>
              {view.name}
            </Menu.Item>
            <Menu.Item
              className={classes.remove}
              aria-label={`Forget view ${view.name}`}
              onClick={() => void removeView(view.id)}
            >
              <X size={12} aria-hidden />
            </Menu.Item>
          </div>
        ))}
        {views.length === 0 && <Menu.Label>No saved views. Filter, then name it here.</Menu.Label>}
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <TextInput
            aria-label="Name of the view"
            placeholder="Save this view as…"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => event.stopPropagation()}
          />
        </form>
      </Menu.Dropdown>
    </Menu>
  );
}

function Standing({ screen, view }: { readonly screen: ScreenName; readonly view: StandingView }) {
  const lack = useLack(view.needs);
  return (
    <Menu.Item
      aria-disabled={lack !== null || undefined}
      data-disabled={lack !== null || undefined}
      title={lack ?? undefined}
      onClick={() => lack === null && go(screen, { params: view.params })}
    >
      {view.name}
    </Menu.Item>
  );
}
