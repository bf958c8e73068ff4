import { rekeyWorkspace } from './rekey-workspace';
import { addPlatformToken, removePlatformToken, replaceKey } from './replace-key';
import { report } from './report';
import type { AddCommand, Shared } from './shared-options';

/** Keys of the service, and the one of the database. */
export function addKeyCommands(command: AddCommand): void {
  command('replace-key', 'another API key of the same instance, from TENANTRY_API_KEY').action(
    async ({ dir, json = false }: Shared) => report(await replaceKey(dir), json),
  );

  command('platform-token', 'a Platform token beside the key, from TENANTRY_PLATFORM_TOKEN')
    .option('--remove', 'take it out again')
    .action(async ({ dir, json = false, remove = false }: Shared & { readonly remove?: boolean }) =>
      report(await (remove ? removePlatformToken(dir) : addPlatformToken(dir)), json),
    );

  command('rekey', 'a new database key under a new passphrase').action(
    async ({ dir, json = false }: Shared) => report(await rekeyWorkspace(dir), json),
  );
}
