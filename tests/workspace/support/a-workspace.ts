import { createWorkspace, type NewWorkspace } from '@main/workspace/create-workspace';
import type { Secrets } from '@main/workspace/vault/secrets';
import type { Workspace } from '@main/workspace/workspace';
import { WorkspaceId } from '@shared/domain/ids';

/** Makes a workspace of northwind's kind in a folder; throws when that fails. */
export async function aWorkspace(
  directory: string,
  changes: Partial<NewWorkspace> = {},
): Promise<{ readonly workspace: Workspace; readonly secrets: Secrets }> {
  const made = await createWorkspace({
    directory,
    id: WorkspaceId.parse('northwind-1'),
    name: 'Northwind',
    scenario: 'b2b',
    kind: 'remote',
    environment: 'development',
    url: 'https://identity.test/v1',
    apiKey: 'sk_test_secret',
    protection: { kind: 'passphrase', passphrase: 'correct horse' },
    createdAt: 1_750_000_000_000,
    ...changes,
  });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}
