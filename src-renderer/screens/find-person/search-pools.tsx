import { Button, TextInput } from '@mantine/core';
import { useCounts } from '@renderer/bridge/use-counts';
import { useNames } from '@renderer/screens/shared/use-names';
import { useDataVersion } from '@renderer/state/use-data-version';
import { go } from '@renderer/state/use-route';
import { useSession, useWorkspace } from '@renderer/state/use-session';
import { useCommandTarget } from '@renderer/ui/controls/command-target';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import { t } from '@shared/language/t';
import { Search, UserSearch } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { PoolAnswer } from './pool-answer';
import classes from './search-pools.module.css';
import { usePoolSearch } from './use-pool-search';

const showCopies = (): void => go('find-person', { params: { tab: 'copies' } });

/** Looks for a person in every copied pool of the platform, each asked by itself: there is no index over them. */
export function SearchPools() {
  const platform = useWorkspace();
  const workspaces = useSession((session) => session.workspaces);
  const broken = useSession((session) => session.broken);
  const copies = workspaces.filter((each) => platform !== null && each.platform?.workspaceId === platform.id);
  const names = useNames(
    'application',
    copies.map((copy) => copy.platform?.applicationId ?? ''),
  );
  const [applications = 0] = useCounts([{ entity: 'application' }], useDataVersion());
  const { asked, stateOf, search, unlock } = usePoolSearch(copies);
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useCommandTarget('filter', () => input.current?.focus());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') void search(text.trim());
  };
  const without = Math.max(0, applications - names.size);
  const blind = [
    ...(without > 0
      ? [
          t(
            'The people of {without, plural, one {# application} other {# applications}} were never copied here: nobody looked there.',
            { without },
          ),
        ]
      : []),
    ...(broken.length > 0
      ? [
          t(
            '{count, plural, one {# workspace} other {# workspaces}} of this machine cannot be read: nobody knows whose.',
            { count: broken.length },
          ),
        ]
      : []),
  ];
  return (
    <>
      <Toolbar label={t('Who is looked for')}>
        <form className={classes.form} onSubmit={submit}>
          <TextInput
            ref={input}
            className={classes.field}
            aria-label={t('Person')}
            placeholder={t('Name, address, number or username')}
            spellCheck={false}
            leftSection={<Search size={13} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" disabled={text.trim() === '' || copies.length === 0}>
            {t('Look in {count, plural, one {# pool} other {# pools}}', { count: copies.length })}
          </Button>
        </form>
      </Toolbar>
      <ScrollBody label={t('What each pool answers')}>
        <div className={classes.page}>
          {asked === '' || copies.length === 0 ? (
            <EmptyState
              icon={UserSearch}
              title={copies.length === 0 ? t('No pool is copied here yet') : t('Find a person in every pool')}
              text={
                copies.length === 0
                  ? t(
                      'Copy pools to this machine, or open the people of an application once: they are looked through from here.',
                    )
                  : t(
                      'Each pool is opened with its own key, asked, and closed again. Nothing of what is found is kept.',
                    )
              }
              actions={
                copies.length === 0 && (
                  <Button variant="default" onClick={showCopies}>
                    {t('Copy pools…')}
                  </Button>
                )
              }
            />
          ) : (
            <div className={classes.answers}>
              {copies.map((copy) => (
                <PoolAnswer
                  key={copy.id}
                  copy={copy}
                  name={
                    names.get(copy.platform?.applicationId ?? '') ??
                    t('{name}, which the platform no longer has', { name: copy.name })
                  }
                  state={stateOf(copy.id)}
                  onUnlock={(passphrase) => void unlock(copy, passphrase)}
                />
              ))}
            </div>
          )}
          {blind.length > 0 && (
            <p className={classes.blind}>
              {blind.join(' ')}{' '}
              {without > 0 && <LinkButton onClick={showCopies}>{t('Copy them')}</LinkButton>}
            </p>
          )}
        </div>
      </ScrollBody>
    </>
  );
}
