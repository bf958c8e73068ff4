import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { shell } from 'electron';

/** Opens an address in the system's browser: https only, and none that carries a user name. Throws otherwise. */
export async function openExternal(address: string): Promise<void> {
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') {
    throw new Error('Only plain https addresses are opened');
  }
  await shell.openExternal(url.href);
}

/**
 * Opens the host of a service in the system's browser, unencrypted: a network that one has to sign in to first answers there with its own
 * page. No address that such a network named is opened, and nothing but the host's name goes there.
 */
export async function openNetworkPage(service: string | null): Promise<Result<Record<never, never>>> {
  if (service === null)
    return failure('invalid-input', t('No workspace is open.'), t('Open a workspace first.'));
  const { protocol, hostname, host } = new URL(service);
  await shell.openExternal(`http://${protocol === 'http:' ? host : hostname}/`);
  return success({});
}
