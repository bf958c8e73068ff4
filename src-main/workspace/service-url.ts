import { failure, type Result, success } from '@shared/contract/failure';
import { addressFault } from '@shared/domain/kinds/web-address';
import { type ServiceName, services } from '@shared/domain/services';
import { t } from '@shared/language/t';
import type { Workspace } from './workspace';

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Whether the key of a workspace may be sent to its address; a sandbox's is on this machine. */
export function mayBeAsked({ info }: Pick<Workspace, 'info'>): Result<unknown> {
  return info.kind === 'remote' ? serviceUrl(info.url, info.service) : success(null);
}

/**
 * Checks the base URL of an identity service: https, or http on this very machine; the API key goes nowhere else.
 * A bare origin means the usual path of the API there.
 */
export function serviceUrl(text: string, service: ServiceName = 'clerk'): Result<string> {
  const address = text.trim();
  const url = URL.canParse(address) ? new URL(address) : null;
  const http = url !== null && loopback.has(url.hostname);
  const fault = addressFault(address, { http, fragment: true });
  if (url === null || fault !== null || url.username !== '' || url.password !== '') {
    return failure(
      'invalid-input',
      t('The API key would not be safe on the way to this address: it {fault}. Nothing was made or sent.', {
        fault: fault ?? t('needs a host such as example.com'),
      }),
      t('Give the https address of the service, without a user name.'),
    );
  }
  return success(
    `${url.origin}${url.pathname === '/' ? services[service].basePath : url.pathname}`.replace(/\/+$/, ''),
  );
}
