import { Button } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { useSending } from '@renderer/bridge/use-sending';
import { notifyDone } from '@renderer/state/notify';
import { useSetting } from '@renderer/state/use-setting';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { Panel } from '@renderer/ui/layout/panel';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { t } from '@shared/language/t';

/** Logins at proxies that are kept beside the open workspace, each with the way to forget it; nothing where there are none. */
export function ProxyLogins() {
  const { value: kept, look } = useSetting(() => shell.call('keptProxyLogins', {}));
  const { busy, failure, send } = useSending();
  const forget = async (proxy: string): Promise<void> => {
    const forgotten = await send(() => shell.call('forgetProxyLogin', { proxy }));
    if (forgotten.ok)
      notifyDone(
        t(
          'The login at {proxy} is no longer kept. It may go on until Tenantry quits; then the proxy asks again.',
          {
            proxy,
          },
        ),
      );
    await look();
  };
  const logins = kept?.logins ?? [];
  if (logins.length === 0) return null;
  return (
    <Panel title={t('Logins at proxies')} note={t('kept with this workspace')}>
      <dl>
        {logins.map(({ proxy, user }) => (
          <FieldRow key={proxy} label={proxy}>
            {user}{' '}
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={t('Forget the login at {proxy}', { proxy })}
              loading={busy}
              onClick={() => void forget(proxy)}
            >
              {t('Forget')}
            </Button>
          </FieldRow>
        ))}
      </dl>
      {failure && <InlineFailure failure={failure} />}
    </Panel>
  );
}
