import { changeOf } from '@renderer/fields/change';
import { describeChange } from '@renderer/fields/describe-change';
import { withdraw } from '@renderer/state/withdraw';
import { UndoButton } from '@renderer/ui/controls/undo-button';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { markOfIntent } from '@renderer/ui/marks/mark-kind';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { StagedValue } from '@renderer/ui/marks/staged-value';
import { StateMark } from '@renderer/ui/marks/state-mark';
import { rich } from '@renderer/ui/text/rich';
import type { Intent } from '@shared/domain/intent';
import { t } from '@shared/language/t';
import classes from './open-intents.module.css';
import { useRoles } from './use-roles';

/** What is staged on a record, each with its status and its way back. Nothing when there is nothing. */
export function OpenIntents({ intents }: { readonly intents: readonly Intent[] }) {
  const { names } = useRoles();
  if (intents.length === 0) return null;
  return (
    <InspectorSection title={t('Staged here')} count={intents.length}>
      <ul className={classes.list}>
        {intents.map((intent) => {
          const { what, before, after } = describeChange(changeOf(intent), names);
          const kind = markOfIntent(intent.state);
          return (
            <li key={intent.id} className={classes.item}>
              <span className={classes.head}>
                <span className={classes.what}>{what}</span>
                {kind && <StateMark kind={kind} />}
                <span className={classes.undo}>
                  <UndoButton
                    what={t('{what} of {label}', { what, label: intent.label })}
                    onUndo={() =>
                      void withdraw([intent], t('{what} of {label}', { what, label: intent.label }))
                    }
                  />
                </span>
              </span>
              {after && <StagedValue value={after} server={before} />}
              {intent.outcome && <p className={classes.reason}>{intent.outcome.message}</p>}
              <span className={classes.time}>
                {rich('staged {time}', { time: <RelativeTime at={intent.stagedAt} ago /> })}
              </span>
            </li>
          );
        })}
      </ul>
    </InspectorSection>
  );
}
