import { Command } from 'commander';
import { type SandboxFlags, withSandboxFlags } from './sandbox-flags';
import { sandboxFault, serveSandbox } from './serve-sandbox';

const program = withSandboxFlags(
  new Command('sandbox').description(
    'Serves a Clerk-shaped Backend API over a seeded world. Prints one JSON line when it is ready.',
  ),
).parse();

/** Exit codes: 0 closed, 1 could not start. */
serveSandbox(program.opts<SandboxFlags>()).then(
  () => process.exit(0),
  (error: unknown) => process.stderr.write(`${sandboxFault(error)}\n`, () => process.exit(1)),
);
