import type { Engine } from '@main/engine/engine';
import { failure } from '@shared/contract/failure';
import { RecordId } from '@shared/domain/ids';
import { list } from './run-command';
import type { AddCommand, Run, Shared } from './shared-options';

const entity = 'apiKey';

/** Reads the API keys of one holder from the service; what the workspace then has of them. */
async function apiKeys(engine: Engine, holder: string) {
  const of = RecordId.safeParse(holder);
  if (!of.success)
    return failure('invalid-input', `"${holder}" is no id.`, 'Name a person, an organization or a machine.');
  const read = await engine.call('readListOf', { entity, of: of.data });
  return read.ok
    ? list(engine, entity, {
        where: [`subject=${holder}`],
        text: '',
        sort: '',
        scope: '',
        limit: 500,
        offset: 0,
      })
    : read;
}

export function addApiKeysCommand(command: AddCommand, run: Run): void {
  command('api-keys <holder>', 'read the API keys of a person, an organization or a machine').action(
    (holder: string, options: Shared) => run(options, (engine) => apiKeys(engine, holder)),
  );
}
