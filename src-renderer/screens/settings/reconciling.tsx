import { Switch } from '@mantine/core';
import { useOperation } from '@renderer/bridge/use-operation';
import { useStatus } from '@renderer/state/status-context';
import { InlineFailure } from '@renderer/ui/inline-failure';
import { Panel } from '@renderer/ui/panel';
import classes from './reconciling.module.css';

/** Whether changes that need no second look are sent by themselves. Off until somebody wants it. */
export function Reconciling() {
  const on = useStatus()?.autoReconcile ?? false;
  const { run, busy, failure } = useOperation('setAutoReconcile');
  return (
    <Panel title="Reconciling">
      <Switch
        className={classes.switch}
        size="xs"
        label="Send clean changes of low risk by themselves"
        description="After each sync: names, logos and branding of organizations, where the service still holds what you saw. Never roles, seats, slugs, creations or deletions, nor anything in conflict."
        checked={on}
        disabled={busy}
        onChange={(event) => void run({ on: event.currentTarget.checked })}
      />
      {failure && <InlineFailure failure={failure} />}
    </Panel>
  );
}
