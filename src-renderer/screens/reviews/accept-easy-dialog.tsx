import { useFeed } from '@renderer/bridge/use-feed';
import { usePreferences } from '@renderer/state/use-preferences';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { ReviewRow, ReviewSummary } from '@shared/contract/reviews';
import { isOwn } from '@shared/domain/reviews/review';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './review-dialogs.module.css';
import type { Deciding } from './use-decide';

interface AcceptEasyDialogProps {
  readonly review: ReviewSummary;
  /** Ids of undecided items whose recommendation is of low risk. */
  readonly easy: readonly string[];
  readonly decide: Deciding['decide'];
  readonly onClose: () => void;
}

/** Decides as recommended what is of low risk, all by name; what is powerful, warned of or only idle is left to a person. */
export function AcceptEasyDialog({ review, easy, decide, onClose }: AcceptEasyDialogProps) {
  const { value } = useFeed('reviewPage', { id: review.id, only: 'open', limit: 20_000 });
  const signer = usePreferences((kept) => kept.signer);
  const [busy, setBusy] = useState(false);
  const ids = new Set(easy);
  const { ownAccess } = review;
  const rows = (value?.rows ?? []).filter(
    ({ item }) => ids.has(item.membershipId) && (ownAccess === undefined || !isOwn(item, signer)),
  );
  const idsOf = (verdict: 'keep' | 'revoke'): readonly string[] =>
    rows.filter(({ item }) => item.recommendation.verdict === verdict).map(({ item }) => item.membershipId);
  const [keep, revoke] = [idsOf('keep'), idsOf('revoke')];
  const accept = async (): Promise<void> => {
    setBusy(true);
    const note = t('As recommended');
    const kept =
      (keep.length === 0 || (await decide(keep, 'keep', note))) &&
      (revoke.length === 0 || (await decide(revoke, 'revoke', note)));
    setBusy(false);
    if (kept) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('Accept what is of low risk')}
      verb={t('Decide {count, plural, one {# membership} other {# memberships}}', { count: rows.length })}
      busy={busy}
      disabled={rows.length === 0}
      affected={rows.map(nameOf)}
      onClose={onClose}
      onConfirm={() => void accept()}
    >
      <p className={classes.text}>
        {t(
          'Keeps {kept, plural, one {# membership} other {# memberships}} in use without a powerful permission, and revokes {revoked, plural, one {# membership} other {# memberships}} of people who are banned or deprovisioned. Nothing is sent.',
          { kept: keep.length, revoked: revoke.length },
        )}
      </p>
    </ConfirmDialog>
  );
}

const nameOf = ({ item }: ReviewRow): string =>
  t('{word}: {userName} in {organizationName}', {
    word: item.recommendation.verdict === 'keep' ? t('Keep') : t('Revoke'),
    userName: item.userName,
    organizationName: item.organizationName,
  });
