import { Button } from '@mantine/core';
import { startReview } from '@renderer/state/review';
import { formatCount } from '@renderer/ui/format/format-count';
import type { Intent } from '@shared/domain/intent';
import { t } from '@shared/language/t';
import classes from './staged-group.module.css';

interface StagedGroupProps {
  readonly kind: 'set' | 'group';
  readonly name: string;
  readonly intents: readonly Intent[];
  readonly active: boolean;
  readonly onWithdraw: () => void;
}

/** The heading over the changes of one change set, or of one organization in it. */
export function StagedGroup({ kind, name, intents, active, onWithdraw }: StagedGroupProps) {
  return (
    <div className={classes.group} data-kind={kind}>
      {kind === 'set' ? <h2 className={classes.name}>{name}</h2> : <h3 className={classes.name}>{name}</h3>}
      <span className={classes.count}>{formatCount(intents.length)}</span>
      {kind === 'set' && (
        <Button
          variant="default"
          size="compact-xs"
          tabIndex={active ? 0 : -1}
          aria-label={t('Review the change set {name}', { name })}
          onClick={() => void startReview(intents.map(({ id }) => id))}
        >
          {t('Review this set')}
        </Button>
      )}
      {intents.length > 1 && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          tabIndex={active ? 0 : -1}
          className={classes.all}
          aria-label={t('Withdraw all {count, number} changes of {name}', { count: intents.length, name })}
          onClick={onWithdraw}
        >
          {t('Withdraw all')}
        </Button>
      )}
    </div>
  );
}
