import { engine } from '@renderer/bridge/engine';
import { TakeBackDialog } from '@renderer/screens/shared/take-back-dialog';
import { useDataVersion } from '@renderer/state/use-data-version';
import { setParams } from '@renderer/state/use-route';
import { StateMark } from '@renderer/ui/marks/state-mark';
import type { ChangeSetSummary } from '@shared/contract/change-sets';
import type { SignedReview } from '@shared/contract/four-eyes';
import type { ChangeSetId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { useEffect, useState } from 'react';
import { SetDialog } from './set-dialog';
import classes from './set-item.module.css';
import { SetMenu } from './set-menu';
import { SignDialog, type Signing } from './sign-dialog';
import { SignedFacts } from './signed-facts';

interface SetItemProps {
  readonly set: ChangeSetSummary;
  readonly others: readonly ChangeSetSummary[];
  /** Only its changes are listed. */
  readonly current: boolean;
}

/** One change set: title, ticket, how its changes stand, who signed it; a click lists only its changes. */
export function SetItem({ set, others, current }: SetItemProps) {
  const [dialog, setDialog] = useState<'rename' | 'take-back' | Signing | null>(null);
  const [closed, setClosed] = useState(0);
  const review = useSignedReview(set.id, `${useDataVersion()} ${closed}`);
  const { id, title, ticket, open, conflicts, refused, applied } = set;
  const close = (): void => {
    setDialog(null);
    setClosed((count) => count + 1);
  };
  return (
    <li className={classes.item} data-current={current || undefined}>
      <button
        type="button"
        className={classes.head}
        aria-pressed={current}
        onClick={() => setParams({ set: current ? '' : id })}
      >
        <span className={classes.title}>{title}</span>
        {ticket && <span className={classes.ticket}>{ticket}</span>}
      </button>
      <SetMenu
        set={set}
        others={others}
        review={review}
        onRename={() => setDialog('rename')}
        onSign={setDialog}
        onTakeBack={() => setDialog('take-back')}
      />
      <span className={classes.counts}>
        {open > 0 && <StateMark kind="staged" word={t('{open, number} open', { open })} />}
        {conflicts > 0 && (
          <StateMark
            kind="conflict"
            word={t('{conflicts, plural, one {# conflict} other {# conflicts}}', { conflicts })}
          />
        )}
        {refused > 0 && <StateMark kind="refused" word={t('{refused, number} refused', { refused })} />}
        {applied > 0 && <StateMark kind="applied" word={t('{applied, number} applied', { applied })} />}
        {open + applied === 0 && <span className={classes.ticket}>{t('empty')}</span>}
      </span>
      {review && (
        <div className={classes.signed}>
          <SignedFacts review={review} closed={open === 0} />
        </div>
      )}
      {dialog === 'rename' && <SetDialog set={set} intentIds={[]} onClose={close} />}
      {dialog === 'take-back' && (
        <TakeBackDialog
          title={title}
          applied={applied}
          inverse={() => engine.call('stageInverse', { id })}
          onClose={close}
        />
      )}
      {(dialog === 'export' || dialog === 'approved' || dialog === 'refused') && (
        <SignDialog set={set} signing={dialog} onClose={close} />
      )}
    </li>
  );
}

/** What was signed of a set; null when nothing was, or while on its way. Asked again when `version` changes. */
function useSignedReview(id: ChangeSetId, version: string): SignedReview | null {
  const [review, setReview] = useState<SignedReview | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to ask again
  useEffect(() => {
    let ended = false;
    void engine.call('signedReview', { id }).then((result) => {
      if (!ended && result.ok) setReview(result.value);
    });
    return () => {
      ended = true;
    };
  }, [id, version]);
  return review;
}
