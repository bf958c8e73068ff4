import { platformTokenCodes } from '@main/identity/identity-port';
import type { Failure, FailureCode } from '@shared/contract/failure';
import { troubleNexts, troubleOf } from '@shared/domain/network-trouble';
import type { RemoteFailure } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';

const codes: Readonly<Record<RemoteFailure['kind'], FailureCode>> = {
  offline: 'offline',
  timeout: 'timeout',
  unauthorized: 'key-refused',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  invalid: 'refused',
  conflict: 'refused',
  'rate-limited': 'rate-limited',
  server: 'service-error',
  malformed: 'malformed-answer',
};

const nexts: Readonly<Partial<Record<RemoteFailure['kind'], string>>> = {
  offline: t('Reconcile again when the service can be reached.'),
  unauthorized: t('Replace the API key in Settings, then reconcile again.'),
  forbidden: t('Check what the API key may do, then reconcile again.'),
};

/** A failed call to the service as screens show it. All staged changes are kept. */
export function remoteAsFailure(remote: RemoteFailure): Failure {
  const { kind, code, message, status, requestId } = remote;
  const trouble = kind === 'offline' ? troubleOf(code) : null;
  return {
    code: trouble ?? codes[kind],
    message: t('{message} All staged changes are kept.', { message }),
    next:
      trouble !== null
        ? t('{next} Then reconcile again.', { next: remote.next ?? troubleNexts[trouble] })
        : isOfToken(code)
          ? t('Add or replace the Platform token in Settings, then reconcile again.')
          : remote.next
            ? t('{next} Then reconcile again.', { next: remote.next })
            : (nexts[kind] ?? t('Reconcile again in a while.')),
    detail: { status, requestId },
  };
}

const isOfToken = (code: string): boolean => Object.values(platformTokenCodes).includes(code);
