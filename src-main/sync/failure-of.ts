import { platformTokenCodes, truncatedCode } from '@main/identity/identity-port';
import { assertNever } from '@shared/assert-never';
import type { Failure } from '@shared/contract/failure';
import { type EntityName, entityWords } from '@shared/domain/entity';
import { troubleNexts, troubleOf } from '@shared/domain/network-trouble';
import type { RemoteFailure } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';
import { otherInstanceCode } from './bind-instance';

/** Code of a walk that saw fewer records than the service counts. */
export const incompleteCode = 'incomplete';

/** What to do about a list that is refused, by status. */
const refusedNexts: Readonly<Record<number, string>> = {
  402: t('The plan of the instance does not include them: upgrade it, or go on without them.'),
  404: t(
    'Where the instance should have them, check the address of the service and the version of Tenantry.',
  ),
};

const kept = t('What was copied before is kept.');

/** An open app asks again; a command that ended does not. */
const goesOn = t('Then it goes on where it stopped, in the app by itself.');

/** Why the walk over a collection stopped, for people; the service's own words are in `detail`. */
export function failureOf(remote: RemoteFailure, entity: EntityName): Failure {
  const { many } = entityWords[entity];
  const detail = {
    kind: remote.kind,
    status: remote.status,
    code: remote.code,
    message: remote.message,
    requestId: remote.requestId,
    ...(remote.lack && { lack: remote.lack }),
  };
  const as = (code: Failure['code'], message: string, next: string): Failure => ({
    code,
    message: `${message} ${kept}`,
    next,
    detail,
  });
  if (remote.code === otherInstanceCode) {
    return as(
      'other-instance',
      t('{message} Nothing was taken from there, nothing sent.', { message: remote.message }),
      t('Replace the key by one of this workspace’s instance, or make a workspace of its own for the other.'),
    );
  }
  if (remote.code === platformTokenCodes.refused || remote.code === platformTokenCodes.elsewhere) {
    return as(
      'forbidden',
      remote.message,
      t('Replace the Platform token under Settings, or remove it: everything else goes on without it.'),
    );
  }
  switch (remote.kind) {
    case 'offline': {
      const trouble = troubleOf(remote.code);
      if (trouble !== null)
        return as(trouble, remote.message, `${remote.next ?? troubleNexts[trouble]} ${goesOn}`);
      return remote.next === undefined
        ? as('offline', t('The service cannot be reached.'), goesOn)
        : as('offline', remote.message, `${remote.next} ${goesOn}`);
    }
    case 'timeout':
      return as('timeout', t('The service does not answer in time.'), goesOn);
    case 'unauthorized':
      return as('key-refused', t('The service refuses the API key.'), t('Replace the key under Settings.'));
    case 'forbidden':
      return as(
        'forbidden',
        t('The API key may not read {many}.', { many }),
        t('Use a key with more rights, then sync again.'),
      );
    case 'rate-limited':
      return as(
        'rate-limited',
        t('The service asks for fewer requests while it lists {many}. {message}', {
          many,
          message: remote.message,
        }),
        t('Sync tries again once that time is over.'),
      );
    case 'server':
      return as(
        'service-error',
        t('The service failed while it listed {many} (status {status}).', {
          many,
          status: String(remote.status),
        }),
        t('Sync tries again at the next sweep; look at the status page of the service if it stays so.'),
      );
    case 'malformed':
      if (remote.code === incompleteCode) {
        return as(
          'incomplete',
          t('The copy of {many} is not complete: the service does not list all that it counts. {message}', {
            many,
            message: remote.message,
          }),
          t('Sync tries again at the next sweep; if it stays so, ask the support of the service.'),
        );
      }
      return as(
        'malformed-answer',
        t("The service's list of {many} cannot be read: {message}", { many, message: remote.message }),
        remote.code === truncatedCode
          ? t('Sync again; if it stays so, a proxy or firewall on the way may cut answers off.')
          : t(
              'Check that the address is that of the API and that no proxy answers in its place; then sync again.',
            ),
      );
    case 'not-found':
    case 'invalid':
    case 'conflict':
      return as(
        'service-error',
        t('The service refuses to list {many} (status {status}): {message}', {
          many,
          status: String(remote.status),
          message: remote.message,
        }),
        refusedNexts[remote.status] ??
          t('Check the address of the service and the version of Tenantry, then sync again.'),
      );
    default:
      return assertNever(remote.kind);
  }
}
