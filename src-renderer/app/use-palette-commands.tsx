import { useMantineColorScheme } from '@mantine/core';
import type { SpotlightActionData } from '@mantine/spotlight';
import { engine } from '@renderer/bridge/engine';
import { isOfflineByChoice, useStatus } from '@renderer/state/status-context';
import { redo, undo } from '@renderer/state/undo';
import { useOverlays } from '@renderer/state/use-overlays';
import { usePreferences } from '@renderer/state/use-preferences';
import { go } from '@renderer/state/use-route';
import { closeWorkspace } from '@renderer/state/workspaces';
import {
  Cloud,
  CloudOff,
  Keyboard,
  LogOut,
  type LucideIcon,
  Moon,
  PencilLine,
  Redo2,
  RefreshCw,
  Rows3,
  Sun,
  Undo2,
} from 'lucide-react';
import { useMemo } from 'react';

/** What can be done from anywhere. */
export function usePaletteCommands(): readonly SpotlightActionData[] {
  const { setColorScheme } = useMantineColorScheme();
  const { density, setDensity } = usePreferences();
  const offline = isOfflineByChoice(useStatus());
  return useMemo(() => {
    const command = (label: string, Icon: LucideIcon, onClick: () => void): SpotlightActionData => ({
      id: label,
      label,
      leftSection: <Icon size={15} strokeWidth={1.75} aria-hidden />,
      onClick,
    });
    return [
      command('Sync now', RefreshCw, () => void engine.call('startSync', {})),
      offline
        ? command('Go online', Cloud, () => void engine.call('workOffline', { on: false }))
        : command('Work offline', CloudOff, () => void engine.call('workOffline', { on: true })),
      command('Review changes', PencilLine, () => go('changes')),
      command('Undo', Undo2, () => void undo()),
      command('Redo', Redo2, () => void redo()),
      command('Light theme', Sun, () => setColorScheme('light')),
      command('Dark theme', Moon, () => setColorScheme('dark')),
      command('Theme of the system', Sun, () => setColorScheme('auto')),
      density === 'compact'
        ? command('Roomy rows', Rows3, () => setDensity('roomy'))
        : command('Compact rows', Rows3, () => setDensity('compact')),
      command('Keyboard shortcuts', Keyboard, () => useOverlays.getState().setHelp(true)),
      command('Close this workspace', LogOut, () => void closeWorkspace()),
    ];
  }, [offline, density, setDensity, setColorScheme]);
}
