import { useMantineColorScheme } from '@mantine/core';
import { useStatus } from '@renderer/state/status-context';
import { usePreferences } from '@renderer/state/use-preferences';
import { useScope } from '@renderer/state/use-scope';
import { useWorkspace } from '@renderer/state/use-session';
import { useMemo } from 'react';
import { type Command, commandsOf } from './commands';

/** The commands of the frame as things stand. */
export function useCommands(): readonly Command[] {
  const { setColorScheme } = useMantineColorScheme();
  const density = usePreferences((preferences) => preferences.density);
  const status = useStatus();
  const workspace = useWorkspace();
  const scenario = workspace?.scenario;
  const sandbox = workspace?.kind === 'sandbox' ? workspace.id : null;
  const scope = useScope();
  return useMemo(
    () => commandsOf({ status, scenario, sandbox, scope, density, setColorScheme }),
    [status, scenario, sandbox, scope, density, setColorScheme],
  );
}
