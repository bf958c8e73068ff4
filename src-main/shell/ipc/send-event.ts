import type { ShellEventName, ShellEvents } from '@shared/contract/shell';
import { BrowserWindow } from 'electron';
import type { z } from 'zod';
import { eventChannel } from './channels';

/** Sends an event of the contract to one window; nothing where there is none. */
export function sendEventTo<E extends ShellEventName>(
  window: BrowserWindow | null,
  name: E,
  value: z.output<ShellEvents[E]>,
): void {
  window?.webContents.send(eventChannel(name), value);
}

/** Sends to every window what is of no workspace: the names here are all that may be. */
export function sendEventToAll<E extends 'updates'>(name: E, value: z.output<ShellEvents[E]>): void {
  for (const window of BrowserWindow.getAllWindows()) sendEventTo(window, name, value);
}
