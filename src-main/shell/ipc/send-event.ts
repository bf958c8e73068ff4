import type { ShellEventName, ShellEvents } from '@shared/contract/shell';
import { BrowserWindow } from 'electron';
import type { z } from 'zod';
import { eventChannel } from './channels';

/** Sends an event of the contract to every window. */
export function sendEvent<E extends ShellEventName>(name: E, value: z.output<ShellEvents[E]>): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel(name), value);
}
