import { Command } from 'commander';
import { addSandboxCommand } from './sandbox-command';
import { surviveClosedPipes } from './survive-closed-pipes';

/** `tenantry sandbox` by itself: it starts without the rest of the command line. */
surviveClosedPipes();
const program = new Command('tenantry');
addSandboxCommand(program);
await program.parseAsync(['sandbox', ...process.argv.slice(2)], { from: 'user' });
