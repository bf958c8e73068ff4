import { settingText } from '@renderer/screens/applications/setting-text';
import { ReasonUntilFields, useReasonUntil } from '@renderer/screens/shared/reason-until';
import { SignerField } from '@renderer/screens/shared/signer-field';
import { useKeep } from '@renderer/screens/shared/use-keep';
import { dayText } from '@renderer/ui/format/day';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { rich } from '@renderer/ui/text/rich';
import type { FleetCell } from '@shared/contract/fleet';
import { inSense, t } from '@shared/language/t';
import classes from './baseline-dialog.module.css';
import { exceptionId } from './baseline-values';

interface AcceptDialogProps {
  readonly application: { readonly id: string; readonly name: string };
  readonly path: string;
  readonly label: string;
  readonly cell: FleetCell;
  readonly onClose: () => void;
}

/** A value that one customer may have although the baseline says another: why, who answers for it, and until when. */
export function AcceptDialog({ application, path, label, cell, onClose }: AcceptDialogProps) {
  const held = cell.exception?.until ?? null;
  const answer = useReasonUntil({
    reason: cell.exception?.reason ?? '',
    day: cell.verdict === 'accepted' && held !== null ? dayText(held) : '',
  });
  const { reason, until } = answer;
  const { busy, failures, keep } = useKeep();
  const accept = async (): Promise<void> => {
    const value = {
      applicationId: application.id,
      path,
      value: cell.found ?? null,
      until,
      reason,
    };
    const put = [{ id: cell.exception?.id ?? exceptionId(application.id, path), value }];
    const done = t('Accepted for {name}: {label}', { name: application.name, label });
    if (await keep({ book: 'exception', put, why: reason }, done)) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('Accept for {name}', { name: application.name })}
      verb={t('Accept this value')}
      busy={busy}
      disabled={!answer.ready}
      failure={failures[0] ?? null}
      onClose={onClose}
      onConfirm={() => void accept()}
    >
      <div className={classes.form}>
        <p>
          {rich(
            '{label} may be <b>{found}</b> here, where the baseline says <b>{expected}</b>. Any other value is drift again.',
            {
              label,
              found: settingText(path, cell.found),
              expected: settingText(path, cell.expected),
              b: (words) => <strong>{words}</strong>,
            },
          )}
        </p>
        <ReasonUntilFields of={answer} keptWith={inSense('kept with', 'the exception')} again={t('drift')} />
        <SignerField says={t('Stands with the reason, as who answers for it')} first={false} />
      </div>
    </ConfirmDialog>
  );
}
