import { Switch } from '@mantine/core';
import { type OperationState, useOperation } from '@renderer/bridge/use-operation';
import { useStatus } from '@renderer/state/status-context';
import { Panel } from '@renderer/ui/layout/panel';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { t } from '@shared/language/t';
import classes from './reconciling.module.css';

/** Whether changes that need no second look are sent by themselves, and whether all others need two. Off until wanted. */
export function Reconciling() {
  const status = useStatus();
  const auto = useOperation('setAutoReconcile');
  const approval = useOperation('requireApproval');
  const failure = auto.failure ?? approval.failure;
  return (
    <Panel title={t('Reconciling')}>
      <Rule
        operation={auto}
        on={status?.autoReconcile}
        label={t('Send clean changes of low risk by themselves')}
        description={t(
          'After each sync: names, logos and branding of organizations, where the service still holds what you saw. Never roles, seats, slugs, creations or deletions, nor anything in conflict.',
        )}
      />
      <Rule
        operation={approval}
        on={status?.approvalRequired}
        label={t('Apply only what a colleague approved')}
        description={t(
          'Nothing is sent, from here or by the command line, but a change set that came back signed, as it was signed: not changed, moved or decided otherwise since. Conflicts can be taken from the service only.',
        )}
      />
      {failure && <InlineFailure failure={failure} />}
    </Panel>
  );
}

interface RuleProps {
  readonly operation: OperationState<'setAutoReconcile' | 'requireApproval'>;
  readonly on: boolean | undefined;
  readonly label: string;
  readonly description: string;
}

function Rule({ operation, on = false, label, description }: RuleProps) {
  return (
    <Switch
      className={classes.switch}
      size="xs"
      label={label}
      description={description}
      checked={on}
      disabled={operation.busy}
      onChange={(event) => void operation.run({ on: event.currentTarget.checked })}
    />
  );
}
