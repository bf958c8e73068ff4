import { Skeleton } from '@mantine/core';
import { useFeed } from '@renderer/bridge/use-feed';
import { changeOf } from '@renderer/fields/change';
import { describeChange } from '@renderer/fields/describe-change';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { go } from '@renderer/state/use-route';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { formatCount } from '@renderer/ui/format/format-count';
import { Panel } from '@renderer/ui/layout/panel';
import { markOfIntent } from '@renderer/ui/marks/mark-kind';
import { StateMark } from '@renderer/ui/marks/state-mark';
import { openStates } from '@shared/domain/intent';
import { t } from '@shared/language/t';
import classes from './staged-changes.module.css';

const shown = 7;

/** The latest open intents, and the way to all of them. */
export function StagedChanges() {
  const feed = useFeed('intents', { states: [...openStates], limit: 200 });
  const intents = feed.value ?? [];
  const { names } = useRoles();
  // Nothing staged is said at the foot of the window: an empty panel would say it twice.
  if (feed.value?.length === 0) return null;
  const latest = intents.toSorted((a, b) => b.seq - a.seq).slice(0, shown);
  return (
    <Panel
      title={t('Staged changes')}
      note={
        intents.length > 0 &&
        (intents.length === 200
          ? t('{count, number} and more', { count: intents.length })
          : formatCount(intents.length))
      }
      action={
        intents.length > 0 && <LinkButton onClick={() => go('changes')}>{t('Review changes')}</LinkButton>
      }
    >
      {!feed.value && <Skeleton height={8} width="70%" mt={10} />}
      <ul className={classes.list}>
        {latest.map((intent) => {
          const { what, before, after } = describeChange(changeOf(intent), names);
          const kind = markOfIntent(intent.state);
          return (
            <li key={intent.id} className={classes.item}>
              <span className={classes.label}>{intent.label}</span>
              <span className={classes.what}>
                {what}
                {after && ` ${before === undefined ? '' : `${before} → `}${after}`}
              </span>
              {kind && <StateMark kind={kind} compact />}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
