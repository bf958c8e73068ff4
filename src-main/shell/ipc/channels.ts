/** The IPC channel of a shell call. */
export function callChannel(name: string): string {
  return `tenantry:call:${name}`;
}

/** The IPC channel of a shell event. */
export function eventChannel(name: string): string {
  return `tenantry:event:${name}`;
}

/** Carries a workspace id, and one MessagePort to its engine. */
export const enginePortChannel = 'tenantry:engine-port';

/** Tells a page what the app speaks, before anything of it runs. */
export const languageSwitch = '--tenantry-language=';
