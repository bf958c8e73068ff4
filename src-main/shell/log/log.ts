import { join } from 'node:path';
import { formatWithOptions } from 'node:util';
import { app } from 'electron';
import electronLog from 'electron-log/node';
import { redact } from './redact';

/** The log of the main process: a file in the profile, and the terminal. Every line is redacted first. */
export const log = electronLog.create({ logId: 'tenantry' });

/** Points the log at the profile and puts redaction before every transport. */
export function startLog(): void {
  log.transports.file.resolvePathFn = () => join(app.getPath('userData'), 'logs', 'main.log');
  log.transports.file.level = 'info';
  log.transports.file.maxSize = 1_000_000;
  log.transports.console.level = app.isPackaged ? false : 'warn';
  log.hooks.push((message) => ({
    ...message,
    data: [redact(formatWithOptions({ depth: 4 }, ...message.data))],
  }));
  process.on('uncaughtException', (error) => log.error('Uncaught', error));
  process.on('unhandledRejection', (reason) => log.error('Unhandled rejection', reason));
}
