import { MarkIcon } from '@renderer/ui/marks/mark-icon';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import type { SignedReview, Signer } from '@shared/contract/four-eyes';
import { t } from '@shared/language/t';
import classes from './signed-facts.module.css';

interface SignedFactsProps {
  readonly review: SignedReview;
  /** Nothing of it is left to be sent: whether it still is what was signed does not matter any more. */
  readonly closed?: boolean;
}

/** Who signed a set and what was said of it, with the fingerprints that two people compare by voice. */
export function SignedFacts({ review, closed = false }: SignedFactsProps) {
  const { author, madeAt, verdicts, current } = review;
  return (
    <div className={classes.facts}>
      <p>
        Signed by <Name signer={author} /> <RelativeTime at={madeAt} ago />
      </p>
      {verdicts.map(({ decision, note, at, by }) => (
        <p key={by.fingerprint} className={classes.verdict} data-decision={decision}>
          <MarkIcon kind={decision === 'approved' ? 'applied' : 'refused'} />
          <span>
            {decision === 'approved' ? t('Approved') : t('Refused')} by <Name signer={by} />{' '}
            <RelativeTime at={at} ago />
            {note && `: ${note}`}
          </span>
        </p>
      ))}
      {verdicts.length === 0 && <p>{t('No verdict yet.')}</p>}
      {!current && !closed && (
        <p className={classes.stale}>
          {t('The set was changed since: what was signed does not cover it as it is now.')}
        </p>
      )}
    </div>
  );
}

function Name({ signer: { name, fingerprint, self } }: { readonly signer: Signer }) {
  return (
    <>
      {name}
      {self && ' (you)'} <code className={classes.fingerprint}>{fingerprint}</code>
    </>
  );
}
