import { Command } from 'commander';
import { isRunByNpm } from './run-by-npm';
import { addSandboxCommand } from './sandbox-command';
import { surviveLostOutput } from './survive-lost-output';

/** `tenantry sandbox` by itself: it starts without the rest of the command line. */
surviveLostOutput();
if (isRunByNpm()) endWithNpm();
const program = new Command('tenantry');
addSandboxCommand(program);
await program.parseAsync(['sandbox', ...process.argv.slice(2)], { from: 'user' });

/** npm does not pass on SIGHUP, and nothing at all of a SIGKILL: where it is the parent (package.json says `exec`), its end is this one's. */
function endWithNpm(): void {
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}
