import { Command, Option } from 'commander';
import { SandboxError } from './sandbox-error';
import type { SandboxOptionsInput } from './sandbox-options';
import { startSandbox } from './start-sandbox';

const number = (text: string): number => Number(text);

/** ISO 8601 or Unix milliseconds. */
const moment = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Date.parse(text));

const program = new Command('sandbox')
  .description(
    'Serves a Clerk-shaped Backend API over a seeded world. Prints one JSON line when it is ready.',
  )
  .option('--world <name>', 'northwind (B2B), lumen (B2C) or campus (Platforms)', 'northwind')
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
  .option('--watch-stdin', 'close when the standard input ends, as it does when the parent dies', false)
  .parse();

const flags = program.opts<{
  world: string;
  seed: number;
  scale: number;
  applications?: number;
  port: number;
  controlPort: number;
  host: string;
  data?: string;
  anchor?: number;
  now?: number;
  limits: 'own' | 'none';
  rateLimit?: number;
  watchStdin: boolean;
}>();

const options: SandboxOptionsInput = {
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
};

/** Resolves on SIGINT, SIGTERM or SIGHUP, and with `--watch-stdin` when the input ends: the parent is gone. */
const told = new Promise<void>((resolve) => {
  // Ctrl-C comes twice, from the terminal and from npm: the second one must not cut the closing short.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
  if (flags.watchStdin) process.stdin.once('end', () => resolve()).resume();
});

/** Serves until told to stop. Exit codes: 0 closed, 1 could not start. */
const main = async (): Promise<void> => {
  const { close, control: _client, ...ready } = await startSandbox(options);
  const { world, seed, scale } = flags;
  process.stdout.write(`${JSON.stringify({ ...ready, world, seed, scale, pid: process.pid })}\n`);
  await told;
  await close();
  process.exit(0);
};

main().catch((error: unknown) => {
  const text = error instanceof SandboxError ? `${error.code}: ${error.message}` : String(error);
  process.stderr.write(`sandbox: ${text}\n`, () => process.exit(1));
});
