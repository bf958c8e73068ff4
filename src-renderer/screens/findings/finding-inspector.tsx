import { Button } from '@mantine/core';
import { useBook } from '@renderer/bridge/use-book';
import { Inspector } from '@renderer/ui/layout/inspector';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { LookMark } from '@renderer/ui/marks/look-mark';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { rich } from '@renderer/ui/text/rich';
import type { FindingOutcome } from '@shared/contract/findings';
import type { BlindSpot } from '@shared/domain/findings/finding';
import { inSense, t } from '@shared/language/t';
import { Check, Hammer } from 'lucide-react';
import { useState } from 'react';
import { AcceptDialog } from './accept-dialog';
import { AcceptedList } from './accepted-list';
import { BlindList } from './blind-list';
import classes from './finding-inspector.module.css';
import { severityLooks } from './finding-looks';
import { notKnownText, unreadText } from './findings-list';
import { FixDialog } from './fix-dialog';
import { HitList } from './hit-list';
import { OwnCheckActions } from './own-check-actions';

interface FindingInspectorProps {
  readonly outcome: FindingOutcome;
  readonly onClose: () => void;
}

type Asked =
  | { readonly kind: 'fix' }
  | { readonly kind: 'accept'; readonly hit: BlindSpot | null; readonly notKnown?: true };

/** One check: why it matters, what people notice, whom it hits with what was seen, what mends it, who answers for it. */
export function FindingInspector({ outcome, onClose }: FindingInspectorProps) {
  const { check, state, total, accepted, mendable } = outcome;
  const [asked, setAsked] = useState<Asked | null>(null);
  const acceptances = useBook('findingAcceptance')?.filter(({ value }) => value.check === check.id) ?? [];
  const answered = accepted + outcome.notKnownAccepted;
  const open = total - accepted;
  return (
    <Inspector
      title={check.title}
      subtitle={<span>{rich('tried {when}', { when: <RelativeTime at={outcome.triedAt} ago /> })}</span>}
      marks={<LookMark look={severityLooks[check.severity]} />}
      onClose={onClose}
      actions={
        <>
          {mendable > 0 && (
            <Button leftSection={<Hammer size={13} aria-hidden />} onClick={() => setAsked({ kind: 'fix' })}>
              {check.fix}…
            </Button>
          )}
          {open > 0 && (
            <Button
              variant="default"
              leftSection={<Check size={13} aria-hidden />}
              onClick={() => setAsked({ kind: 'accept', hit: null })}
            >
              {t('Accept…')}
            </Button>
          )}
          {check.own && <OwnCheckActions id={check.id} />}
        </>
      }
    >
      {state === 'untried' && (
        <InspectorSection title={t('Not tried')}>
          <p className={classes.text}>{outcome.reason}</p>
          <p className={classes.text}>{outcome.next}</p>
        </InspectorSection>
      )}
      <InspectorSection title={t('Why it matters')}>
        <p className={classes.text}>{check.why}</p>
      </InspectorSection>
      {check.effect !== '' && (
        <InspectorSection title={t('What people notice')}>
          <p className={classes.text}>{check.effect}</p>
        </InspectorSection>
      )}
      {outcome.notKnown > 0 && (
        <InspectorSection title={t('Not known')}>
          <p className={classes.text}>
            {t('What it asks for is {notKnown}: they may be hit as well, and do not count as fine.', {
              notKnown: notKnownText(outcome),
            })}
          </p>
          <BlindList
            outcome={outcome}
            acceptances={acceptances}
            onAccept={(hit) => setAsked({ kind: 'accept', hit, notKnown: true })}
          />
        </InspectorSection>
      )}
      {outcome.incomplete.length > 0 && (
        <InspectorSection title={t('Not read')}>
          <p className={classes.text}>
            {t('Could not be read: {records}. They may be hit as well; the screen Sync says which ones.', {
              records: unreadText(outcome),
            })}
          </p>
        </InspectorSection>
      )}
      {open > 0 && (
        <InspectorSection title={t('Whom it hits')} count={open}>
          <HitList outcome={outcome} onAccept={(hit) => setAsked({ kind: 'accept', hit })} />
        </InspectorSection>
      )}
      {acceptances.length > 0 && (
        <InspectorSection title={inSense('deviation', 'Accepted')} count={answered}>
          <AcceptedList acceptances={acceptances} />
        </InspectorSection>
      )}
      {asked?.kind === 'fix' && <FixDialog outcome={outcome} onClose={() => setAsked(null)} />}
      {asked?.kind === 'accept' && (
        <AcceptDialog {...asked} outcome={outcome} onClose={() => setAsked(null)} />
      )}
    </Inspector>
  );
}
