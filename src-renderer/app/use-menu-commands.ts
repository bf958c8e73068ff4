import { engine } from '@renderer/bridge/engine';
import { shell } from '@renderer/bridge/shell';
import { ScreenName } from '@renderer/state/route';
import { redo, undo } from '@renderer/state/undo';
import { useOverlays } from '@renderer/state/use-overlays';
import { go } from '@renderer/state/use-route';
import { closeWorkspace } from '@renderer/state/workspaces';
import { useEffect } from 'react';
import { palette } from './palette-store';

/** Carries out what the application menu asks the window for. `offline` decides which way "work offline" turns. */
export function useMenuCommands(offline: boolean): void {
  useEffect(
    () =>
      shell.on('command', ({ name }) => {
        const actions: Readonly<Record<string, () => unknown>> = {
          palette: () => palette.open(),
          review: () => show('changes'),
          settings: () => show('settings'),
          shortcuts: () => useOverlays.getState().setHelp(true),
          'undo-change': undo,
          'redo-change': redo,
          'sync-now': () => engine.call('startSync', {}),
          'work-offline': () => engine.call('workOffline', { on: !offline }),
          'switch-workspace': closeWorkspace,
        };
        if (name.startsWith('go:')) show(name.slice('go:'.length));
        else actions[name]?.();
      }),
    [offline],
  );
}

function show(name: string): void {
  const screen = ScreenName.safeParse(name);
  if (screen.success) go(screen.data);
}
