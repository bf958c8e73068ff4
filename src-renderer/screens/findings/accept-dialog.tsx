import { ReasonUntilFields, useReasonUntil } from '@renderer/screens/shared/reason-until';
import { SignerField } from '@renderer/screens/shared/signer-field';
import { useKeep } from '@renderer/screens/shared/use-keep';
import { useScope } from '@renderer/state/use-scope';
import { countOf } from '@renderer/ui/format/count-of';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { FindingOutcome } from '@shared/contract/findings';
import { entityWords } from '@shared/domain/entity';
import { acceptanceId } from '@shared/domain/findings/acceptance';
import type { BlindSpot } from '@shared/domain/findings/finding';
import { inSense, t } from '@shared/language/t';
import classes from './finding-inspector.module.css';

interface AcceptDialogProps {
  readonly outcome: FindingOutcome;
  /** One record; null for all that the check finds, also later. */
  readonly hit: BlindSpot | null;
  /** It is not found of that record: the check cannot tell. */
  readonly notKnown?: boolean | undefined;
  readonly onClose: () => void;
}

/** Somebody answers for a finding: why, who, and until when. */
export function AcceptDialog({ outcome, hit, notKnown = false, onClose }: AcceptDialogProps) {
  const { check, total, accepted } = outcome;
  const answer = useReasonUntil();
  const scope = useScope();
  const { reason, until } = answer;
  const { busy, failures, keep } = useKeep();
  const accept = async (): Promise<void> => {
    const [recordId, name] = [hit?.recordId ?? '', (hit?.name ?? '').slice(0, 300)];
    const value = { check: check.id, recordId, name, notKnown, until, reason };
    const put = [{ id: acceptanceId(check.id, recordId), value }];
    const done =
      hit === null
        ? t('Accepted: {title}', { title: check.title })
        : t('Accepted: {title}, {name}', { title: check.title, name: hit.name });
    if (await keep({ book: 'findingAcceptance', put, why: reason }, done)) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={hit === null ? t('Accept this check') : t('Accept for {name}', { name: hit.name })}
      verb={t('Accept')}
      busy={busy}
      disabled={!answer.ready}
      failure={failures[0] ?? null}
      onClose={onClose}
      onConfirm={() => void accept()}
    >
      <div className={classes.form}>
        <p className={classes.text}>
          {hit === null && scope !== null
            ? t('“{title}” no longer counts in any organization: all that it finds, now and later.', {
                title: check.title,
              })
            : hit === null
              ? t('“{title}” no longer counts: its {hits}, and whatever it finds later.', {
                  title: check.title,
                  hits: countOf(total - accepted, entityWords[check.entity]),
                })
              : notKnown
                ? t(
                    'That “{title}” cannot be told of {name} no longer counts. What is found later is a finding.',
                    { title: check.title, name: hit.name },
                  )
                : t('“{title}” no longer counts for {name}.', { title: check.title, name: hit.name })}
        </p>
        <ReasonUntilFields of={answer} keptWith={inSense('kept with', 'it')} again={t('a finding')} />
        <SignerField says={t('Stands with the reason, as who answers for it')} first={false} />
      </div>
    </ConfirmDialog>
  );
}
