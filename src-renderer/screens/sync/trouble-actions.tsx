import { Button } from '@mantine/core';
import { useSending } from '@renderer/bridge/use-sending';
import { networkActs, useProxyAsked } from '@renderer/state/use-proxy-asked';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { FailureCode } from '@shared/contract/failure';
import { t } from '@shared/language/t';

/** What can be done right here about what stands between us and the service, by the failure's code. */
export function TroubleActions({ code }: { readonly code: FailureCode }) {
  const asked = useProxyAsked((known) => known.asked);
  const { busy, failure, send } = useSending();
  if (code === 'proxy-login')
    return (
      asked && (
        <Button variant="default" onClick={() => networkActs.showLogin(true)}>
          {t('Sign in to the proxy…')}
        </Button>
      )
    );
  if (code !== 'redirected' && code !== 'not-the-service' && code !== 'certificate') return null;
  return (
    <>
      <Button variant="default" loading={busy} onClick={() => void send(networkActs.openPage)}>
        {t('Open the network’s sign-in page')}
      </Button>
      {failure && <InlineFailure failure={failure} />}
    </>
  );
}
