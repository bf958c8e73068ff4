import { languageVariable } from '@shared/language/language';
import { spoken } from '@shared/language/speak';
import { type MessagePortMain, utilityProcess } from 'electron';
import type { ChildProcessHandle } from './child-process-handle';
import { log } from './log/log';

/** Forks an Electron utility process. It gets no arguments and no secrets; its output goes to the log, redacted. */
export function forkUtility<Message>(entry: string, serviceName: string): ChildProcessHandle<Message> {
  const env = { ...process.env, [languageVariable]: spoken() };
  const child = utilityProcess.fork(entry, [], {
    ...{ serviceName, env, stdio: 'pipe' },
    // A proxy that asks for a login asks main.
    respondToAuthRequestsFromMainProcess: true,
  });
  child.stdout?.on('data', (data: Buffer) => log.info(`${serviceName}: ${data.toString().trimEnd()}`));
  child.stderr?.on('data', (data: Buffer) => log.warn(`${serviceName}: ${data.toString().trimEnd()}`));
  child.on('exit', (code) => log.info(`${serviceName} ended with code ${code}`));
  return {
    pid: () => child.pid,
    postMessage: (message, transfer = []) => child.postMessage(message, transfer as MessagePortMain[]),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', listener),
    kill: () => {
      child.kill();
    },
  };
}
