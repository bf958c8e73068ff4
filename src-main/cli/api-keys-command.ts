import type { Engine } from '@main/engine/engine';
import { failure } from '@shared/contract/failure';
import { RecordId } from '@shared/domain/ids';
import { isKeyHolder } from '@shared/domain/rules/developers';
import { list } from './list-command';
import type { AddCommand, Run, Shared } from './shared-options';

const entity = 'apiKey';

/** Reads the API keys of one holder from the service; what the workspace then has of them. */
async function apiKeys(engine: Engine, holder: string) {
  const of = RecordId.safeParse(holder);
  if (!of.success || !isKeyHolder(holder))
    return failure(
      'invalid-input',
      `"${holder}" is the id of nothing that holds API keys.`,
      'Name a person (user_…), an organization (org_…) or a machine (mch_…).',
    );
  const read = await engine.call('readListOf', { entity, of: of.data });
  return read.ok
    ? list(engine, entity, {
        where: [`subject=${holder}`],
        text: '',
        sort: [],
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
