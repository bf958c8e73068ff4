import { MarkIcon } from '@renderer/ui/marks/mark-icon';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { rich } from '@renderer/ui/text/rich';
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
        {rich('Signed by {name} {time}', {
          name: <Name signer={author} />,
          time: <RelativeTime at={madeAt} ago />,
        })}
      </p>
      {verdicts.map(({ decision, note, at, by }) => (
        <p key={by.fingerprint} className={classes.verdict} data-decision={decision}>
          <MarkIcon kind={decision === 'approved' ? 'applied' : 'refused'} />
          <span>
            {decision === 'approved'
              ? rich('Approved by {name} {time}', saidBy(by, at))
              : rich('Refused by {name} {time}', saidBy(by, at))}
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

const saidBy = (by: Signer, at: number) => ({
  name: <Name signer={by} />,
  time: <RelativeTime at={at} ago />,
});

function Name({ signer: { name, fingerprint, self } }: { readonly signer: Signer }) {
  return (
    <>
      {self ? t('{name} (you)', { name }) : name} <code className={classes.fingerprint}>{fingerprint}</code>
    </>
  );
}
