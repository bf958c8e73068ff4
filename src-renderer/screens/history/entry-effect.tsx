import { Button } from '@mantine/core';
import { useOperation } from '@renderer/bridge/use-operation';
import { go } from '@renderer/state/use-route';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { type AccessEffect, mostTouched } from '@shared/contract/access';
import type { ToldEntry } from '@shared/contract/history';
import { decidesAccess } from '@shared/domain/rules/asks';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './entry-effect.module.css';

interface EntryEffectProps {
  readonly entries: readonly ToldEntry[];
  /** Seqs of others that belong to them. */
  readonly rest?: readonly number[];
}

/** Who could do what because of these changes: asked for when somebody wants to know, each permission with its holders as of then. */
export function EntryEffect({ entries, rest = [] }: EntryEffectProps) {
  const { run, busy, failure } = useOperation('accessEffect');
  const [effect, setEffect] = useState<AccessEffect | null>(null);
  const touched = entries.filter(({ entity }) => decidesAccess(entity));
  const last = Math.max(...touched.map(({ at }) => at));
  const seqs = [...touched.map(({ seq }) => seq), ...rest];
  if (touched.length === 0) return null;
  if (seqs.length > mostTouched)
    return (
      <p className={classes.effect}>
        {t(
          'These are {count, number} entries: too many to tell who could do what because of them. Ask Access about one permission as of then.',
          { count: seqs.length },
        )}
      </p>
    );
  const ask = async (): Promise<void> => {
    const found = await run({ seqs });
    setEffect(found.ok ? found.value : null);
  };
  if (effect === null)
    return (
      <div className={classes.effect}>
        <Button variant="default" size="compact-xs" tabIndex={-1} loading={busy} onClick={() => void ask()}>
          {t('Who could do what because of it')}
        </Button>
        {failure && <InlineFailure failure={failure} />}
      </div>
    );
  return (
    <section className={classes.effect} aria-label={t('Who could do what because of it')}>
      {effect.permissions.length === 0 && <p>{t('Nobody could do more or less because of it.')}</p>}
      <ul className={classes.list}>
        {effect.permissions.map(({ key, name, gained, lost, gainedNames, lostNames }) => (
          <li key={key}>
            <LinkButton
              onClick={() => go('access', { params: { tab: 'who', permission: key, when: String(last) } })}
            >
              {name}
            </LinkButton>
            {gained > 0 && <span>{t('given to {people}', { people: people(gained, gainedNames) })}</span>}
            {lost > 0 && <span>{t('taken from {people}', { people: people(lost, lostNames) })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `3 people: Ann, Ben, Cem`, `12 people: Ann, Ben and 10 more`. */
function people(count: number, names: readonly string[]): string {
  const shown = count === names.length ? names : names.slice(0, 2);
  const more = count - shown.length;
  const first = shown.join(', ');
  return t('{count, plural, one {# person} other {# people}}: {names}', {
    count,
    names:
      more > 0 ? t('{first} and {more, plural, one {# other} other {# others}}', { first, more }) : first,
  });
}
