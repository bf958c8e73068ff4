import { Button } from '@mantine/core';
import { useAnswer } from '@renderer/bridge/use-answer';
import { useWholeList } from '@renderer/bridge/use-list';
import { useOperation } from '@renderer/bridge/use-operation';
import { isOfflineByChoice, useStatus } from '@renderer/state/status-context';
import { go } from '@renderer/state/use-route';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { rich } from '@renderer/ui/text/rich';
import { isProvisional, RecordId } from '@shared/domain/ids';
import { inSense, t } from '@shared/language/t';
import { Plus, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import classes from './api-keys.module.css';
import { CreateDialog } from './create-dialog';

const entity = 'apiKey';

/** The API keys of one holder, a person, an organization or a machine: read when somebody asks, made and revoked as anything else. */
export function ApiKeys({ holder }: { readonly holder: string }) {
  const of = RecordId.parse(holder);
  const [reads, setReads] = useState(0);
  const [making, setMaking] = useState(false);
  const offline = isOfflineByChoice(useStatus());
  const { rows = [] } = useWholeList(entity, {
    where: [{ field: 'subject', op: 'eq', value: holder }],
    sort: { field: 'name', direction: 'asc' },
  });
  const readAt = useAnswer('listReadAt', { entity, of }, String(reads))?.at;
  const { run, busy, failure } = useOperation('readListOf');
  if (isProvisional(holder) || readAt === undefined) return null;
  const read = async (): Promise<void> => {
    await run({ entity, of });
    setReads((count) => count + 1);
  };
  return (
    <InspectorSection
      title={t('API keys')}
      count={readAt === 0 && rows.length === 0 ? undefined : rows.length}
      action={
        <Button
          variant="subtle"
          size="compact-xs"
          loading={busy}
          disabled={offline}
          title={offline ? t('You work offline') : undefined}
          leftSection={<RefreshCw size={12} aria-hidden />}
          onClick={() => void read()}
        >
          {readAt === 0 ? inSense('verb', 'Read') : t('Read again')}
        </Button>
      }
    >
      <p className={classes.note}>
        {readAt === 0
          ? t('Not read yet: the service lists them by their holder only.')
          : rows.length === 0
            ? rich('None. Read {time}.', { time: <RelativeTime at={readAt} ago /> })
            : rich('Read {time}.', { time: <RelativeTime at={readAt} ago /> })}
      </p>
      <ul className={classes.list}>
        {rows.map(({ id, name, expiresAt, expired }) => (
          <li key={id} className={classes.item}>
            <LinkButton onClick={() => go('developers', { id, params: { tab: 'keys' } })}>{name}</LinkButton>
            <span className={classes.until}>
              {expired
                ? t('Expired')
                : expiresAt === 0
                  ? t('Never ends')
                  : rich('Ends {time}', { time: <RelativeTime at={expiresAt} /> })}
            </span>
          </li>
        ))}
      </ul>
      {failure && <InlineFailure failure={failure} />}
      <Button variant="default" leftSection={<Plus size={13} aria-hidden />} onClick={() => setMaking(true)}>
        {t('New API key…')}
      </Button>
      <CreateDialog
        entity={entity}
        given={{ subject: holder }}
        opened={making}
        onClose={() => setMaking(false)}
      />
    </InspectorSection>
  );
}
