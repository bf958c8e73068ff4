import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { useNow } from '@renderer/ui/marks/use-now';
import { hidden } from '@renderer/ui/text/hidden';
import { rich } from '@renderer/ui/text/rich';
import type { FindingOutcome } from '@shared/contract/findings';
import { type Acceptance, acceptedOf, isAnsweredFor } from '@shared/domain/findings/acceptance';
import type { BlindSpot } from '@shared/domain/findings/finding';
import { t } from '@shared/language/t';
import classes from './finding-inspector.module.css';

/** Records that are shown. */
const most = 50;

interface BlindListProps {
  readonly outcome: FindingOutcome;
  readonly acceptances: readonly Acceptance[];
  readonly onAccept: (spot: BlindSpot) => void;
}

/** Records of which a check cannot tell; a name leads to its record, and somebody may answer for it as for a finding. */
export function BlindList({ outcome: { check, notKnown, blind }, acceptances, onAccept }: BlindListProps) {
  const accepted = acceptedOf(acceptances, check.id, useNow(60_000));
  const shown = blind.filter((spot) => !isAnsweredFor(accepted, spot)).slice(0, most);
  return (
    <>
      <ul className={classes.hits} aria-label={t('Not known: {title}', { title: check.title })}>
        {shown.map(({ recordId, name }) => (
          <li key={recordId} className={classes.hit}>
            <div className={classes.line}>
              <button
                type="button"
                className={classes.name}
                onClick={() => goToRecord({ entity: check.entity, recordId, organizationId: '' })}
              >
                {name}
              </button>
              <LinkButton onClick={() => onAccept({ recordId, name })}>
                {rich('Accept… <hidden>{name}</hidden>', { name, hidden })}
              </LinkButton>
            </div>
          </li>
        ))}
      </ul>
      {notKnown > shown.length && (
        <p className={classes.rest}>{t('And {count, number} more.', { count: notKnown - shown.length })}</p>
      )}
    </>
  );
}
