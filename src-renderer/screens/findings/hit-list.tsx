import { useFittingAnswer } from '@renderer/bridge/use-answer';
import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { useScoped } from '@renderer/state/use-scope';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { StateMark } from '@renderer/ui/marks/state-mark';
import { hidden } from '@renderer/ui/text/hidden';
import { rich } from '@renderer/ui/text/rich';
import { type FindingOutcome, mostHits } from '@shared/contract/findings';
import type { Hit } from '@shared/domain/findings/finding';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './finding-inspector.module.css';
import { evidenceText } from './finding-looks';
import { mostInTable, showHits, tableOf } from './hits-table';

/** Hits that are shown at once. */
const portion = 50;

interface HitListProps {
  readonly outcome: FindingOutcome;
  readonly onAccept: (hit: Hit) => void;
}

/** Whom a check hits, each with what was seen and when; a name leads to its record. */
export function HitList({ outcome, onAccept }: HitListProps) {
  const { check, triedAt, total, accepted } = outcome;
  const [shown, setShown] = useState(portion);
  const scoped = useScoped();
  const version = `${triedAt} ${total} ${accepted} ${outcome.staged}`;
  const { value, failure } = useFittingAnswer(
    'findingHits',
    { ...scoped, check: check.id, limit: shown },
    version,
  );
  if (failure) return <InlineFailure failure={failure} />;
  const kept = value?.total ?? 0;
  const screen = tableOf(check.entity);
  const beyond = total - accepted - kept;
  return (
    <>
      {screen !== undefined && (
        <p className={classes.rest}>
          <LinkButton onClick={() => void showHits({ ...scoped, check: check.id }, check.entity, screen)}>
            {total - accepted > mostInTable
              ? t('Show the first {mostInTable, number} as a table', { mostInTable })
              : t('Show as a table')}
          </LinkButton>
        </p>
      )}
      <ul className={classes.hits} aria-label={t('Whom it hits: {title}', { title: check.title })}>
        {value?.hits.map((hit) => (
          <HitItem key={`${hit.entity} ${hit.recordId}`} hit={hit} onAccept={onAccept} />
        ))}
      </ul>
      {value && kept > value.hits.length && (
        <p className={classes.rest}>
          <LinkButton onClick={() => setShown(Math.min(mostHits, shown + portion * 4))}>
            {t('Show more of {kept, number}', { kept })}
          </LinkButton>
        </p>
      )}
      {value && beyond > 0 && (
        <p className={classes.rest}>
          {t('And {beyond, number} more: {most, number} of a check are kept, those that are open first.', {
            beyond,
            most: mostHits,
          })}
        </p>
      )}
    </>
  );
}

function HitItem({ hit, onAccept }: { readonly hit: Hit; readonly onAccept: (hit: Hit) => void }) {
  return (
    <li className={classes.hit}>
      <div className={classes.line}>
        <button type="button" className={classes.name} onClick={() => goToRecord(hit)}>
          {hit.name}
        </button>
        {hit.staged && <StateMark kind="staged" />}
        <LinkButton onClick={() => onAccept(hit)}>
          {rich('Accept… <hidden>{name}</hidden>', { name: hit.name, hidden })}
        </LinkButton>
      </div>
      <div className={classes.evidence}>{hit.evidence.map(evidenceText).join(' · ')}</div>
      <div className={classes.seen}>
        {rich('read {when}', { when: <RelativeTime at={hit.readAt} ago /> })}
      </div>
    </li>
  );
}
