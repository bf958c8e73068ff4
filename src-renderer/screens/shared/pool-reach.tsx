import { Button } from '@mantine/core';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { rich } from '@renderer/ui/text/rich';
import type { JsonValue } from '@shared/domain/json';
import { type PolicyReach, reachBy } from '@shared/domain/policy-reach';
import { t } from '@shared/language/t';
import { Users } from 'lucide-react';
import { useState } from 'react';
import classes from './pool-reach.module.css';
import { type PoolCounts, usePoolCounts } from './use-pool-counts';

interface PoolReachProps {
  /** Of the setting: `config.auth_multi_factor.required_for_sign_up`. */
  readonly path: string;
  /** What it shall be. */
  readonly value: JsonValue;
  /** Applications that get it, by id, with their names. */
  readonly applications: ReadonlyMap<string, string>;
}

/** Whom a policy meets in the applications that get it, by the copies of their pools; comes as it is counted, and says what is not. */
export function PoolReach({ path, value, applications }: PoolReachProps) {
  const reach = reachBy(path, value);
  if (reach === undefined) return null;
  return <Counts path={path} reach={reach} applications={applications} />;
}

type CountsProps = Omit<PoolReachProps, 'value'> & { readonly reach: PolicyReach };

function Counts({ path, reach, applications }: CountsProps) {
  const counts = usePoolCounts(path, [...applications.keys()]);
  const { counted, without, unlock } = counts;
  const whole = [...counted].flatMap(([id, one]) => (one.kind === 'counted' ? [{ id, ...one.count }] : []));
  const locked = [...counted.values()].filter(({ kind }) => kind === 'locked').length;
  const failed = [...counted].flatMap(([id, one]) =>
    one.kind === 'failed' ? [{ id, why: one.failure }] : [],
  );
  const nameOf = (id: string): string => applications.get(id) ?? id;
  return (
    <section className={classes.reach} aria-label={t('By the copies of pools')}>
      <p className={classes.head} role="status">
        <Users size={12} aria-hidden />
        <span>{headText(reach, counts)}</span>
      </p>
      {whole.length > 0 && (
        <details className={classes.details}>
          <summary>{t('Each copy')}</summary>
          <ul className={classes.list}>
            {whole.map(({ id, met, people, asOf }) => (
              <li key={id}>
                {rich('{name}: {met, number} of {people, number}, as of {time}', {
                  name: nameOf(id),
                  met,
                  people,
                  time: <RelativeTime at={asOf} ago />,
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {without.length > 0 && (
        <p className={classes.note}>
          {t('Not counted, without a copy here: {names}.', { names: namesOf(without.map(nameOf)) })}
        </p>
      )}
      {failed.map(({ id, why }) => (
        <p key={id} className={classes.note}>
          {t('Not counted: {name}.', { name: nameOf(id) })} {why?.message}
        </p>
      ))}
      {locked > 0 && <Unlock count={locked} wrong={isWrong(counts)} onUnlock={unlock} />}
    </section>
  );
}

const isWrong = ({ counted }: PoolCounts): boolean =>
  [...counted.values()].some((one) => one.kind === 'locked' && one.failure !== null);

function headText({ one, many, means }: PolicyReach, { counted, copies }: PoolCounts): string {
  const whole = [...counted.values()].flatMap((each) => (each.kind === 'counted' ? [each.count] : []));
  const met = whole.reduce((sum, each) => sum + each.met, 0);
  const open = copies.length - counted.size;
  const going =
    open > 0 ? ` ${t('Counting: {open, plural, one {# copy} other {# copies}} to go.', { open })}` : '';
  if (whole.length === 0)
    return copies.length === 0 ? t('Nobody can be counted here.') : `${t('Nobody counted yet.')}${going}`;
  const who = t(
    '{met, plural, one {# person} other {# people}} in {pools, plural, one {# application} other {# applications}} {meets}',
    { met, pools: whole.length, meets: met === 1 ? one : many },
  );
  return `${who}${met === 0 ? '' : `: ${means}`}.${going}`;
}

const shown = 5;
const namesOf = (names: readonly string[]): string =>
  names.length <= shown
    ? names.join(', ')
    : t('{names} and {count, number} more', {
        names: names.slice(0, shown).join(', '),
        count: names.length - shown,
      });

interface UnlockProps {
  readonly count: number;
  readonly wrong: boolean;
  readonly onUnlock: (passphrase: string) => void;
}

function Unlock({ count, wrong, onUnlock }: UnlockProps) {
  const [passphrase, setPassphrase] = useState('');
  return (
    <div className={classes.unlock}>
      <SecretInput
        label={t('Passphrase of {count, plural, one {# copy} other {# copies}}', { count })}
        what={t('the passphrase')}
        required={false}
        description={wrong ? t('The last one did not open all of them.') : undefined}
        value={passphrase}
        onChange={setPassphrase}
      />
      <Button variant="default" disabled={passphrase === ''} onClick={() => onUnlock(passphrase)}>
        {t('Count these too')}
      </Button>
    </div>
  );
}
