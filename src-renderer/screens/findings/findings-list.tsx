import { select } from '@renderer/state/use-route';
import { countOf } from '@renderer/ui/format/count-of';
import { LookMark } from '@renderer/ui/marks/look-mark';
import type { FindingOutcome } from '@shared/contract/findings';
import { entityWords } from '@shared/domain/entity';
import { inSense, t } from '@shared/language/t';
import { CircleCheck } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { severityLooks } from './finding-looks';
import classes from './findings-screen.module.css';

interface FindingsListProps {
  readonly outcomes: readonly FindingOutcome[];
  readonly openId: string | null;
}

const openOf = ({ total, accepted }: FindingOutcome): number => total - accepted;

/** Checks by what they came to: found, accepted, not tried, nothing found. What was not tried never stands with what is fine. */
export function FindingsList({ outcomes, openId }: FindingsListProps) {
  const found = outcomes.filter((outcome) => openOf(outcome) > 0);
  const accepted = outcomes.filter((outcome) => outcome.state === 'found' && openOf(outcome) === 0);
  const untried = outcomes.filter(({ state }) => state === 'untried');
  const clear = outcomes.filter(({ state }) => state === 'clear');
  const rows = (some: readonly FindingOutcome[]) =>
    some.map((outcome) => (
      <FindingRow key={outcome.check.id} outcome={outcome} open={outcome.check.id === openId} />
    ));
  return (
    <>
      <Section title={t('Found')} note={found.length === 0 && t('Nothing that is copied stands open.')}>
        {found.length > 0 && <ul className={classes.list}>{rows(found)}</ul>}
      </Section>
      {accepted.length > 0 && (
        <Section title={inSense('deviation', 'Accepted')} note={t('Somebody answers for all of it.')}>
          <ul className={classes.list}>{rows(accepted)}</ul>
        </Section>
      )}
      {untried.length > 0 && (
        <Section title={t('Not tried')} note={t('What they ask for is not copied: they may find something.')}>
          <ul className={classes.list}>{rows(untried)}</ul>
        </Section>
      )}
      {clear.length > 0 && (
        <Section title={t('Nothing found')}>
          <ul className={classes.clear}>
            {clear.map((outcome) => {
              const blind = blindTexts(outcome);
              return (
                <li key={outcome.check.id}>
                  <CircleCheck size={13} className={classes.ok} aria-hidden />
                  <span>
                    {outcome.check.title}
                    {blind.length > 0 && <span className={classes.more}>{blind.join(', ')}</span>}
                  </span>
                </li>
              );
            })}
          </ul>
        </Section>
      )}
    </>
  );
}

interface SectionProps {
  readonly title: string;
  readonly note?: string | false;
  readonly children: ReactNode;
}

function Section({ title, note, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.heading}>
        {title}
      </h2>
      {note && <p className={classes.note}>{note}</p>}
      {children}
    </section>
  );
}

/** What it cannot tell, as what it asks for is not known of some records. */
export const notKnownText = ({ notKnown, check }: Pick<FindingOutcome, 'notKnown' | 'check'>): string => {
  return t('not known of {records}', { records: countOf(notKnown, entityWords[check.entity]) });
};

/** What of the lists that it goes by could not be read. */
export const unreadText = ({ incomplete }: Pick<FindingOutcome, 'incomplete'>): string =>
  incomplete.map(({ entity, unread }) => countOf(unread, entityWords[entity])).join(', ');

/** What it cannot say of some records, those included that could not be read. */
const blindTexts = (outcome: FindingOutcome): readonly string[] => [
  ...(outcome.notKnown > 0 ? [notKnownText(outcome)] : []),
  ...(outcome.incomplete.length > 0 ? [t('not read: {records}', { records: unreadText(outcome) })] : []),
];

function FindingRow({ outcome, open }: { readonly outcome: FindingOutcome; readonly open: boolean }) {
  const { check, state, reason, accepted, notKnownAccepted, staged } = outcome;
  const besides = [
    accepted + notKnownAccepted > 0 && t('{count, number} accepted', { count: accepted + notKnownAccepted }),
    staged > 0 && t('{count, number} staged', { count: staged }),
    ...blindTexts(outcome),
  ].filter((part) => part !== false);
  return (
    <li>
      <button
        type="button"
        className={classes.item}
        data-open={open || undefined}
        aria-pressed={open}
        onClick={() => select(open ? null : check.id)}
      >
        <span className={classes.mark}>
          <LookMark look={severityLooks[check.severity]} />
        </span>
        <span className={classes.words}>
          <span className={classes.title}>{check.title}</span>
          <span className={classes.why}>{state === 'untried' ? reason : check.why}</span>
        </span>
        <span className={classes.count}>
          {state !== 'untried' &&
            (openOf(outcome) > 0 ? countOf(openOf(outcome), entityWords[check.entity]) : t('none open'))}
          {besides.length > 0 && <span className={classes.more}>{besides.join(', ')}</span>}
        </span>
      </button>
    </li>
  );
}
