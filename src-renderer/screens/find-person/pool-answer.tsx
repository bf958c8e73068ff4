import { Button } from '@mantine/core';
import { goWhereOpen, openApplication, openWorkspace } from '@renderer/state/workspaces';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { Panel } from '@renderer/ui/layout/panel';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { rich } from '@renderer/ui/text/rich';
import type { Failure } from '@shared/contract/failure';
import type { PersonHit, PoolHits } from '@shared/contract/pool-hits';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import { type FormEvent, useState } from 'react';
import classes from './pool-answer.module.css';
import type { PoolState } from './use-pool-search';

interface PoolAnswerProps {
  readonly copy: WorkspaceInfo;
  /** As the platform calls the application today. */
  readonly name: string;
  readonly state: PoolState;
  readonly onUnlock: (passphrase: string) => void;
}

/** What one application's pool says of the person that is looked for. */
export function PoolAnswer({ copy, name, state, onUnlock }: PoolAnswerProps) {
  return (
    <Panel
      title={
        copy.platform?.instance?.environment === 'development' ? t('{name} (development)', { name }) : name
      }
      note={<Note state={state} />}
    >
      {state.kind === 'failed' && <InlineFailure failure={state.failure} />}
      {state.kind === 'locked' && <Unlock failure={state.failure} onUnlock={onUnlock} />}
      {state.kind === 'answered' && state.found.total > 0 && (
        <Hits copy={copy} found={state.found} passphrase={state.passphrase} />
      )}
      {state.kind === 'answered' && state.found.lacking !== null && (
        <InlineFailure failure={state.found.lacking} />
      )}
    </Panel>
  );
}

function Note({ state }: { readonly state: PoolState }) {
  switch (state.kind) {
    case 'waiting':
      return t('Waiting');
    case 'asking':
      return t('Looking…');
    case 'locked':
      return t('Under a passphrase, not asked yet');
    case 'failed':
      return t('Not asked');
    case 'answered': {
      const { total, asOf, lacking } = state.found;
      if (lacking !== null && total === 0) return t('Nobody, in a copy that is not complete');
      return (
        <>
          {total === 0
            ? t('Nobody')
            : t('{count, plural, one {# person} other {# people}}', { count: total })}{' '}
          ·{' '}
          {asOf === 0
            ? t('a copy that is not complete')
            : rich('as of {when}', { when: <RelativeTime at={asOf} ago /> })}
        </>
      );
    }
  }
}

interface HitsProps {
  readonly copy: WorkspaceInfo;
  readonly found: PoolHits;
  readonly passphrase: string | undefined;
}

function Hits({ copy, found: { hits, total }, passphrase }: HitsProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = async ({ userId }: PersonHit): Promise<void> => {
    const application = copy.platform?.applicationId;
    // As from the list of applications: a key that was rotated since is renewed.
    const opened = await (application === undefined
      ? openWorkspace(copy.id, passphrase)
      : openApplication(application, { copy: copy.id, ...(passphrase !== undefined && { passphrase }) }));
    if (opened.ok) goWhereOpen(opened.value, 'people', { id: String(userId) });
    else setFailure(opened.error);
  };
  return (
    <>
      <ul className={classes.hits}>
        {hits.map((hit) => (
          <li key={String(hit.userId)}>
            <button type="button" className={classes.hit} onClick={() => void open(hit)}>
              <span className={classes.name}>{String(hit.name) || t('Nobody’s name')}</span>
              <span className={classes.email}>{String(hit.email) || t('No address')}</span>
              <span className={classes.figure}>
                {hit.organizations === null
                  ? t('organizations not copied')
                  : t('{count, plural, one {# organization} other {# organizations}}', {
                      count: Number(hit.organizations),
                    })}
              </span>
              <span className={classes.figure}>
                {Number(hit.lastSignInAt) === 0
                  ? t('never signed in')
                  : rich('signed in {when}', { when: <RelativeTime at={Number(hit.lastSignInAt)} ago /> })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {total > hits.length && (
        <p className={classes.more}>
          {t('{count, plural, one {# more person} other {# more people}}: say more of the name.', {
            count: total - hits.length,
          })}
        </p>
      )}
      {failure && <InlineFailure failure={failure} />}
    </>
  );
}

function Unlock({
  failure,
  onUnlock,
}: {
  readonly failure: Failure | null;
  readonly onUnlock: (passphrase: string) => void;
}) {
  const [passphrase, setPassphrase] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onUnlock(passphrase);
  };
  return (
    <form className={classes.unlock} onSubmit={submit}>
      <SecretInput
        label={t('Passphrase')}
        what={t('the passphrase')}
        value={passphrase}
        onChange={setPassphrase}
      />
      <Button type="submit" variant="default" disabled={passphrase === ''}>
        {t('Look here too')}
      </Button>
      {failure && <InlineFailure failure={failure} />}
    </form>
  );
}
