import { Button } from '@mantine/core';
import { formatCount } from '@renderer/ui/format-count';
import type { Intent } from '@shared/domain/intent';
import classes from './staged-group.module.css';

interface StagedGroupProps {
  readonly name: string;
  readonly intents: readonly Intent[];
  readonly active: boolean;
  readonly onWithdraw: () => void;
}

/** The heading over the changes of one organization. */
export function StagedGroup({ name, intents, active, onWithdraw }: StagedGroupProps) {
  return (
    <div className={classes.group}>
      <h2 className={classes.name}>{name}</h2>
      <span className={classes.count}>{formatCount(intents.length)}</span>
      {intents.length > 1 && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          tabIndex={active ? 0 : -1}
          className={classes.all}
          aria-label={`Withdraw all ${intents.length} changes of ${name}`}
          onClick={onWithdraw}
        >
          Withdraw all
        </Button>
      )}
    </div>
  );
}
