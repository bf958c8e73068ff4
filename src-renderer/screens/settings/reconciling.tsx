import { Switch } from '@mantine/core';
import { useOperation } from '@renderer/bridge/use-operation';
import { useStatus } from '@renderer/state/status-context';
import { InlineFailure } from '@renderer/ui/inline-failure';
import { Panel } from '@renderer/ui/panel';
import classes from './reconciling.module.css';

/** Whether changes that need no second look are sent by themselves, and whether all others need two. Off until wanted. */
export function Reconciling() {
  const status = useStatus();
  const auto = useOperation('setAutoReconcile');
  const approval = useOperation('requireApproval');
  const failure = auto.failure ?? approval.failure;
  return (
    <Panel title="Reconciling">
      <Switch
        className={classes.switch}
        size="xs"
        label="Send clean changes of low risk by themselves"
        description="After each sync: names, logos and branding of organizations, where the service still holds what you saw. Never roles, seats, slugs, creations or deletions, nor anything in conflict."
        checked={status?.autoReconcile ?? false}
        disabled={auto.busy}
        onChange={(event) => void auto.run({ on: event.currentTarget.checked })}
      />
      <Switch
        className={classes.switch}
        size="xs"
        label="Apply only what a colleague approved"
        description="Nothing is sent, from here or by the command line, but a change set that came back signed, as it was signed: not changed, moved or decided otherwise since. Conflicts can be taken from the service only."
        checked={status?.approvalRequired ?? false}
        disabled={approval.busy}
        onChange={(event) => void approval.run({ on: event.currentTarget.checked })}
      />
      {failure && <InlineFailure failure={failure} />}
    </Panel>
  );
}
