import type { Engine } from '@main/engine/engine';
import { type Failure, failure, type Result, success } from '@shared/contract/failure';
import type { OutputOf } from '@shared/contract/operations';
import { RecordId } from '@shared/domain/ids';
import { Option } from 'commander';
import { exitCodes, stageExitCode } from './exit-code';
import type { AddCommand, Run, Shared } from './shared-options';

interface TwinsOptions {
  /** Settings that are staged to become as the other instance has them. */
  readonly bring?: readonly string[];
  readonly expect?: 'none';
}

export interface Twins extends OutputOf<'compareInstances'> {
  /** Of what was to be brought. */
  readonly brought?: { readonly staged: number; readonly rejected: readonly { readonly failure: Failure }[] };
}

/** How production and development of one application differ. */
export function addTwinsCommand(command: AddCommand, run: Run): void {
  command('twins [application]', 'how the two instances of an application differ, setting by setting')
    .option('--bring <setting...>', 'stage these to become as the other instance has them')
    .addOption(new Option('--expect <what>', 'end with 5 where anything differs').choices(['none']))
    .action((application: string | undefined, options: Shared & TwinsOptions) =>
      run(
        options,
        (engine) => twins(engine, application, options),
        ({ differences, brought }) =>
          stageExitCode(brought?.rejected ?? []) ||
          (options.expect && differences.length > 0 ? exitCodes.conflicts : exitCodes.done),
      ),
    );
}

/** Where the workspace has one application only, it need not be named. */
export async function twins(
  engine: Engine,
  application: string | undefined,
  { bring = [] }: Pick<TwinsOptions, 'bring'> = {},
): Promise<Result<Twins>> {
  const only = application === undefined ? await onlyOne(engine) : success(application);
  if (!only.ok) return only;
  const applicationId = only.value;
  const found = await engine.call('compareInstances', { applicationId: RecordId.parse(applicationId) });
  if (!found.ok || bring.length === 0) return found;
  const drafts = [];
  for (const setting of new Set(bring)) {
    const difference = found.value.differences.find((one) => one.setting === setting);
    if (difference?.bring == null)
      return failure(
        'not-found',
        difference === undefined
          ? `The two instances do not differ in ${setting}. Nothing was staged.`
          : `${setting} is staged already, or a secret hides in it. Nothing was staged.`,
        'Look at the differences without --bring.',
      );
    drafts.push(difference.bring);
  }
  const staged = await engine.call('stage', { drafts });
  if (!staged.ok) return staged;
  const { rejected } = staged.value;
  return success({ ...found.value, brought: { staged: staged.value.staged.length, rejected } });
}

async function onlyOne(engine: Engine): Promise<Result<string>> {
  const page = await engine.call('page', { entity: 'application', limit: 2 });
  if (!page.ok) return page;
  const [first, second] = page.value.rows;
  if (first === undefined)
    return failure(
      'invalid-input',
      'The workspace has no application whose config could be read: it takes a Platform token.',
      'Keep one with platform-token, pull, and ask again.',
    );
  return second === undefined
    ? success(String(first.id))
    : failure(
        'invalid-input',
        'The workspace has several applications, and it takes one.',
        'Name one by its id: twins app_….',
      );
}
