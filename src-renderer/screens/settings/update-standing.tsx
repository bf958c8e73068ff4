import { Button } from '@mantine/core';
import { useStatus } from '@renderer/state/status-context';
import { updateActs } from '@renderer/state/use-updates';
import { formatSize } from '@renderer/ui/format/format-size';
import { formatDate, formatTime } from '@renderer/ui/format/format-time';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { assertNever } from '@shared/assert-never';
import type { OfferedUpdate, UpdatePhase, UpdatesView } from '@shared/contract/updates';
import { t } from '@shared/language/t';
import classes from './updates.module.css';

/** What was found, what is new in it, and what can be done. */
export function UpdateStanding({ view }: { readonly view: UpdatesView }) {
  const { phase, askedAt } = view;
  const freshness = useStatus()?.freshness;
  const isOffline = freshness?.kind === 'offline' && freshness.by === 'choice';
  const isUnderWay = phase.kind === 'asking' || phase.kind === 'fetching';
  const offer = 'offer' in phase ? phase.offer : null;
  return (
    <>
      {phase.kind === 'failed' && <InlineFailure failure={phase.failure} />}
      <p className={classes.standing} role="status">
        {standing(phase)}{' '}
        {askedAt > 0 && !isUnderWay && `${t('Asked at {time}.', { time: formatTime(askedAt) })} `}
        {isOffline && t('You work offline by choice: nobody is asked.')}
      </p>
      {offer !== null && <WhatIsNew offer={offer} />}
      <div className={classes.buttons}>
        {phase.kind === 'ready' && (
          <Button onClick={() => void updateActs.install()}>
            {t('Restart into {version}', { version: phase.offer.version })}
          </Button>
        )}
        {offer !== null && offer.bytes !== null && (phase.kind === 'newer' || phase.kind === 'failed') && (
          <Button disabled={isOffline} onClick={() => void updateActs.fetch()}>
            {t('Fetch {version} ({size})', { version: offer.version, size: formatSize(offer.bytes) })}
          </Button>
        )}
        <Button variant="default" disabled={isOffline || isUnderWay} onClick={() => void updateActs.look()}>
          {t('Look now')}
        </Button>
      </div>
    </>
  );
}

function WhatIsNew({ offer }: { readonly offer: OfferedUpdate }) {
  if (offer.notes === '') return null;
  return (
    <section
      className={classes.notes}
      aria-label={t('What is new in {version}', { version: offer.version })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
      tabIndex={0}
    >
      {offer.notes}
    </section>
  );
}

function standing(phase: UpdatePhase): string {
  switch (phase.kind) {
    case 'unasked':
      return t('Not asked yet.');
    case 'asking':
      return t('Asking the update server…');
    case 'current':
      return t('This is the newest version.');
    case 'later':
      return t('{version} is on its way to some machines at first. This one’s turn comes by itself.', {
        version: phase.version,
      });
    case 'takenBack':
      return t(
        '{version} did not start here and was taken back. The next one is offered when there is one.',
        { version: phase.version },
      );
    case 'newer':
      return phase.offer.bytes === null
        ? t('{offer} Install it the way you installed this one.', { offer: told(phase.offer) })
        : t('{offer} Its signature is good.', { offer: told(phase.offer) });
    case 'fetching':
      return t('Fetching {version}: {percent, number} %. You can go on working.', {
        version: phase.offer.version,
        percent: Math.floor(phase.fraction * 100),
      });
    case 'ready':
      return t(
        '{version} is fetched and its signature is good. Restarting puts it in place; what is staged and what you typed is kept.',
        { version: phase.offer.version },
      );
    case 'failed':
      // Said above, with what to do.
      return '';
    default:
      return assertNever(phase);
  }
}

const told = ({ version, releasedAt }: OfferedUpdate): string =>
  t('{version} is out since {day}.', { version, day: formatDate(Date.parse(releasedAt)) });
