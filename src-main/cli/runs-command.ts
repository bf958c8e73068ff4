import { success } from '@shared/contract/failure';
import { stageExitCode } from './exit-code';
import type { AddCommand, Run, Shared } from './shared-options';

/** Reports of applied runs, and taking one back. */
export function addRunsCommands(command: AddCommand, run: Run): void {
  command(
    'runs [id]',
    'runs that sent changes, the latest first; with an id, what one did not bring home',
  ).action((id: string | undefined, options: Shared) =>
    id === undefined
      ? run(options, async (engine) => {
          const runs = await engine.call('runs', {});
          return runs.ok ? success({ runs: runs.value }) : runs;
        })
      : run(options, (engine) => engine.call('run', { id })),
  );
  command('undo-run <id>', 'stage the opposite of what a run applied, as a change set of its own').action(
    (id: string, options: Shared) =>
      run(
        options,
        (engine) => engine.call('stageRunInverse', { id }),
        ({ staged, rejected, notUndone }) => {
          if (staged.length + rejected.length + notUndone.length === 0)
            process.stderr.write(
              'There is nothing to take back: it is taken back already, or the opposite of it is staged. Nothing was staged now.\n',
            );
          return stageExitCode(rejected);
        },
      ),
  );
}
