import { type MessagePortMain, utilityProcess } from 'electron';
import type { ChildProcessHandle } from './child-process-handle';
import { log } from './log/log';

/** Forks an Electron utility process. It gets no arguments and no secrets; its output goes to the log, redacted. */
export function forkUtility<Message>(entry: string, serviceName: string): ChildProcessHandle<Message> {
  const child = utilityProcess.fork(entry, [], { serviceName, stdio: 'pipe' });
  child.stdout?.on('data', (data: Buffer) => log.info(`${serviceName}: ${data.toString().trimEnd()}`));
  child.stderr?.on('data', (data: Buffer) => log.warn(`${serviceName}: ${data.toString().trimEnd()}`));
  return {
    postMessage: (message, transfer = []) => child.postMessage(message, transfer as MessagePortMain[]),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) =>
      child.on('exit', (code) => {
        log.info(`${serviceName} ended with code ${code}`);
        listener(code);
      }),
    kill: () => {
      child.kill();
    },
  };
}
