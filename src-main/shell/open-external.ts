import { shell } from 'electron';

/** Opens an address in the system's browser: https only, and none that carries a user name. Throws otherwise. */
export async function openExternal(address: string): Promise<void> {
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') {
    throw new Error('Only plain https addresses are opened');
  }
  await shell.openExternal(url.href);
}
