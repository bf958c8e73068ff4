import { type Failure, failure, type Result } from '@shared/contract/failure';
import type { DraftStep } from '@shared/domain/reconcile/draft-step';
import { t } from '@shared/language/t';
import type { Resolved } from '../staging/resolve-conflicts';

/** Labels that a message names. */
const named = 3;

/** Why steps were left: no colleague has approved them. */
export function notApproved(held: readonly Pick<DraftStep, 'intent'>[]): Failure {
  const labels = held.slice(0, named).map(({ intent }) => intent.label);
  const rest = held.length - labels.length;
  return {
    code: 'not-approved',
    message: t(
      '{count, plural, one {No colleague has approved this change} other {No colleague has approved # changes}}: {labels}. Not sent, and kept.',
      {
        count: held.length,
        labels:
          rest > 0
            ? t('{labels} and {rest, number} more', { labels: labels.join('; '), rest })
            : labels.join('; '),
      },
    ),
    next: t(
      'Save the change set as a signed file, have a colleague approve it, and open the file that comes back.',
    ),
    detail: { intentIds: held.map(({ intent }) => intent.id) },
  };
}

/** A conflict decided for another value than theirs sends what nobody has approved: refused before anything is sent. */
export function refuseDecided({ mine, other }: Resolved): Result<never> {
  const labels = [...mine, ...other.map(({ intent }) => intent)].slice(0, named).map(({ label }) => label);
  return failure(
    'not-approved',
    t('What a conflict was decided for is not what a colleague approved: {labels}. Nothing was sent.', {
      labels: labels.join('; '),
    }),
    t(
      'Take theirs or leave it for now. To send yours, withdraw it, stage it on the service’s value and have it approved.',
    ),
  );
}
