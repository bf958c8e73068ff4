import { UndoStaged } from '@renderer/screens/shared/undo-staged';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { MarkIcon } from '@renderer/ui/marks/mark-icon';
import { rich } from '@renderer/ui/text/rich';
import type { Failure } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import classes from './branding-form.module.css';

export interface FieldStatus {
  readonly label: string;
  /** The service's value while another one is staged. */
  readonly server: string | undefined;
  /** What the service has come to hold since typing began; undefined when it has not changed. */
  readonly moved: string | undefined;
  readonly rejection: Failure | undefined;
  readonly onUndo: (() => void) | undefined;
}

/** Under a field: what the service holds while another value is staged, the way back, and why staging was turned down. */
export function FieldNote({ label, server, moved, rejection, onUndo }: FieldStatus) {
  return (
    <>
      {server !== undefined && (
        <span className={classes.server}>
          {rich('<mark>Staged,</mark> was {before}', {
            mark: (words) => <span className={classes.stagedWord}>{words}</span>,
            before: (
              <del title={server ? t('On the service: {server}', { server }) : undefined}>
                {server || t('not set')}
              </del>
            ),
          })}
          {onUndo && <UndoStaged label={label} onUndo={onUndo} />}
        </span>
      )}
      {moved !== undefined && (
        <span className={classes.moved} role="status">
          <MarkIcon kind="conflict" />
          <span>
            {moved === ''
              ? t('Conflict: the service has come to hold nothing')
              : t('Conflict: the service has come to hold {moved}', { moved })}
          </span>
        </span>
      )}
      {rejection && <InlineFailure failure={rejection} />}
    </>
  );
}
