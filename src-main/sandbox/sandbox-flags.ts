import { type Command, Option } from 'commander';
import type { SandboxOptionsInput } from './sandbox-options';

/** Options of a sandbox as a command line has them. */
export interface SandboxFlags {
  readonly world: string;
  readonly seed: number;
  readonly scale: number;
  readonly applications?: number;
  readonly port: number;
  readonly controlPort: number;
  readonly host: string;
  readonly data?: string;
  readonly anchor?: number;
  readonly now?: number;
  readonly limits: 'own' | 'none';
  readonly rateLimit?: number;
  readonly watchStdin: boolean;
}

const number = (text: string): number => Number(text);

/** ISO 8601 or Unix milliseconds. */
const moment = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Date.parse(text));

/** Adds the options of a sandbox to a command. */
export const withSandboxFlags = (command: Command): Command =>
  command
    .option(
      '--world <name>',
      'northwind (B2B), lumen (B2C) or campus (Platforms); twin: the one that --data holds',
      'northwind',
    )
    .option('--seed <n>', 'the same seed gives the same world', number, 1)
    .option('--scale <n>', '1 is 200 organizations, 5,000 users, 9,000 memberships', number, 1)
    .option('--applications <n>', 'applications of campus; 24 otherwise', number)
    .option('--port <n>', '0 picks a free port', number, 0)
    .option('--control-port <n>', 'port of the control surface; 0 picks a free port', number, 0)
    .option(
      '--host <address>',
      'address to listen on; /_sandbox is on it only when it is loopback',
      '127.0.0.1',
    )
    .option('--data <dir>', 'directory to keep the data in; a temporary one otherwise')
    .option('--anchor <date>', 'ISO date the world ends at', moment)
    .option(
      '--now <date>',
      'ISO date or Unix milliseconds: the clock stands still there, so that all it answers is the same again; the real time otherwise',
      moment,
    )
    .addOption(
      new Option('--limits <which>', "the service's own limits of instances, endpoints and records, or none")
        .choices(['own', 'none'])
        .default('own'),
    )
    .option('--rate-limit <n>', 'calls per 10 s and instance, instead of its own', number)
    .option('--watch-stdin', 'close when the standard input ends, as it does when the parent dies', false);

/** What the flags ask for. */
export const optionsOf = (flags: SandboxFlags): SandboxOptionsInput => ({
  world: flags.world,
  seed: flags.seed,
  scale: flags.scale,
  applications: flags.applications,
  port: flags.port,
  controlPort: flags.controlPort,
  host: flags.host,
  dataDir: flags.data,
  anchor: flags.anchor,
  now: flags.now,
  limits: flags.limits,
  rateLimit: flags.rateLimit === undefined ? null : { limit: flags.rateLimit },
});
