import { type ShellCallName, shellCalls } from '@shared/contract/shell';
import { ipcMain } from 'electron';
import { log } from '../log/log';
import { answerCall, type ShellHandlers } from './answer-call';
import { callChannel } from './channels';
import { isTrustedSender } from './is-trusted-sender';

/**
 * Opens one IPC channel for each call of the contract, and no other.
 *
 * @param handlersOf those of the page with this id: whose workspace is meant is decided by who calls, never by what it says
 */
export function serveShellCalls(handlersOf: (page: number) => ShellHandlers | null): void {
  for (const name of Object.keys(shellCalls) as ShellCallName[]) {
    ipcMain.handle(callChannel(name), (event, input: unknown) => {
      const from = event.sender.id;
      const handlers = isTrustedSender(event) ? handlersOf(from) : null;
      return answerCall(name, handlers, { input, from }, (error) =>
        log.error(`Call "${name}" failed`, error),
      );
    });
  }
}
