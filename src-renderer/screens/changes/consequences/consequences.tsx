import { useElevatedWords } from '@renderer/screens/shared/elevated-words';
import type { Run } from '@renderer/state/run-of';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import type { PlanStep } from '@shared/contract/plan';
import { metPolicies } from '@shared/domain/met-policies';
import { t } from '@shared/language/t';
import { PoliciesMet } from '../policies-met';
import { closedText, reachByApplication, reachText } from '../reach-text';
import { AccessList } from './access-list';
import { AdminsList } from './admins-list';
import classes from './consequences.module.css';
import { LastingList } from './lasting-list';
import { SeatsList } from './seats-list';
import type { Blast } from './use-blast';

/** The last dialog lists all of them. */
const shownPolicies = 30;

interface ConsequencesProps {
  readonly blast: Blast;
  readonly run: Run;
  readonly sent: readonly PlanStep[];
  /** The run is over: it is told in the past. */
  readonly over: boolean;
}

/** The blast radius: who gains and loses what, seats, admins, and what cannot be taken back. */
export function Consequences({ blast, run, sent, over }: ConsequencesProps) {
  const { seats, admins, closings } = blast.radius;
  const policies = reachByApplication(blast.radius.policies);
  const elevated = useElevatedWords();
  const uncounted = over ? null : whatCounts(blast, run);
  const lasting = sent.filter(({ irreversible }) => irreversible);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it
    <aside className={classes.aside} aria-label={t('What it does')} tabIndex={0}>
      <h2 className={classes.title}>{over ? t('What it was to do') : t('What it does')}</h2>
      {uncounted !== null && <p className={classes.note}>{uncounted}</p>}
      {lasting.length > 0 && (
        <InspectorSection title={t('Cannot be undone')} count={lasting.length}>
          <LastingList steps={lasting} />
        </InspectorSection>
      )}
      {closings.length > 0 && (
        <InspectorSection title={t('Closed')} count={closings.length}>
          <ul className={classes.list}>
            {closings.map((closed) => (
              <li key={closed.intentId}>
                {closed.label}: {closedText(closed)}
              </li>
            ))}
          </ul>
        </InspectorSection>
      )}
      {(closings.length === 0 || blast.radius.groups.length > 0) && (
        <InspectorSection title={t('Access')}>
          <AccessList radius={blast.radius} />
        </InspectorSection>
      )}
      {policies.length > 0 && (
        <InspectorSection title={t('Policies')} count={policies.length}>
          <ul className={classes.list}>
            {policies.slice(0, shownPolicies).map((reach) => (
              <li key={reach.intentId}>
                {reach.label}: {reachText(reach)}
              </li>
            ))}
            {policies.length > shownPolicies && (
              <li>{t('and {count, number} more', { count: policies.length - shownPolicies })}</li>
            )}
          </ul>
          {!over && <PoliciesMet policies={metPolicies(sent)} />}
        </InspectorSection>
      )}
      {admins.length > 0 && (
        <InspectorSection title={elevated.title} count={admins.length}>
          <AdminsList admins={admins} />
        </InspectorSection>
      )}
      {seats.length > 0 && (
        <InspectorSection title={t('Seats')} count={seats.length}>
          <SeatsList seats={seats} />
        </InspectorSection>
      )}
      <p className={classes.note}>
        {t(
          'Each record is read once more right before its change is sent. Settings of an application go with the version that was read, and the service refuses them at any other; elsewhere it offers no lock, so a change made in that very moment can still be overwritten.',
        )}
      </p>
    </aside>
  );
}

function whatCounts({ ofRun }: Blast, { undecided, leftOut }: Run): string | null {
  if (!ofRun) return t('Counted are the steps that go by themselves.');
  const parts = [
    undecided.length > 0
      ? t('{count, plural, one {# undecided conflict} other {# undecided conflicts}}', {
          count: undecided.length,
        })
      : '',
    leftOut.length > 0 ? t('{count, number} left out', { count: leftOut.length }) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : t('Not counted: {parts}.', { parts: parts.join(', ') });
}
