import { type ShellCallName, shellCalls } from '@shared/contract/shell';
import { ipcMain } from 'electron';
import { log } from '../log/log';
import { answerCall, type ShellHandlers } from './answer-call';
import { callChannel } from './channels';
import { isTrustedSender } from './is-trusted-sender';

/** Opens one IPC channel for each call of the contract, and no other. */
export function serveShellCalls(handlers: ShellHandlers): void {
  for (const name of Object.keys(shellCalls) as ShellCallName[]) {
    ipcMain.handle(callChannel(name), (event, input: unknown) =>
      answerCall(name, handlers, { trusted: isTrustedSender(event), input, from: event.sender.id }, (error) =>
        log.error(`Call "${name}" failed`, error),
      ),
    );
  }
}
