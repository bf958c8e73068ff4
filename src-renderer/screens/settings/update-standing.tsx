import { Button } from '@mantine/core';
import { useStatus } from '@renderer/state/status-context';
import { updateActs } from '@renderer/state/use-updates';
import { formatSize } from '@renderer/ui/format/format-size';
import { formatDate, formatTime } from '@renderer/ui/format/format-time';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { assertNever } from '@shared/assert-never';
import type { OfferedUpdate, UpdatePhase, UpdatesView } from '@shared/contract/updates';
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
        {standing(phase)}
        {askedAt > 0 && !isUnderWay && ` Asked at ${formatTime(askedAt)}.`}
        {isOffline && ' You work offline by choice: nobody is asked.'}
      </p>
      {offer !== null && <WhatIsNew offer={offer} />}
      <div className={classes.buttons}>
        {phase.kind === 'ready' && (
          <Button onClick={() => void updateActs.install()}>Restart into {phase.offer.version}</Button>
        )}
        {offer !== null && offer.bytes !== null && (phase.kind === 'newer' || phase.kind === 'failed') && (
          <Button disabled={isOffline} onClick={() => void updateActs.fetch()}>
            Fetch {offer.version} ({formatSize(offer.bytes)})
          </Button>
        )}
        <Button variant="default" disabled={isOffline || isUnderWay} onClick={() => void updateActs.look()}>
          Look now
        </Button>
      </div>
    </>
  );
}

function WhatIsNew({ offer }: { readonly offer: OfferedUpdate }) {
  if (offer.notes === '') return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section className={classes.notes} aria-label={`What is new in ${offer.version}`} tabIndex={0}>
      {offer.notes}
    </section>
  );
}

function standing(phase: UpdatePhase): string {
  switch (phase.kind) {
    case 'unasked':
      return 'Not asked yet.';
    case 'asking':
      return 'Asking the update server…';
    case 'current':
      return 'This is the newest version.';
    case 'later':
      return `${phase.version} is on its way to some machines at first. This one’s turn comes by itself.`;
    case 'takenBack':
      return `${phase.version} did not start here and was taken back. The next one is offered when there is one.`;
    case 'newer':
      return phase.offer.bytes === null
        ? `${told(phase.offer)} Install it the way you installed this one.`
        : `${told(phase.offer)} Its signature is good.`;
    case 'fetching':
      return `Fetching ${phase.offer.version}: ${Math.floor(phase.fraction * 100)} %. You can go on working.`;
    case 'ready':
      return `${phase.offer.version} is fetched and its signature is good. Restarting puts it in place; what is staged and what you typed is kept.`;
    case 'failed':
      // Said above, with what to do.
      return '';
    default:
      return assertNever(phase);
  }
}

const told = ({ version, releasedAt }: OfferedUpdate): string =>
  `${version} is out since ${formatDate(Date.parse(releasedAt))}.`;
