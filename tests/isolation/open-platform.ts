import { join } from 'node:path';
import { pull } from '@main/cli/run-command';
import { withWorkspace } from '@main/cli/with-workspace';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { createWorkspace } from '@main/workspace/create-workspace';
import { readCopies } from '@main/workspace/pools/read-copies';
import { WorkspaceId } from '@shared/domain/ids';
import { onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { startMutatingProxy } from '../support/mutator/mutating-proxy';
import { valueIn } from '../support/value-in';

export const platformId = WorkspaceId.parse('platform');

/** A platform whose applications were copied, and no pool of theirs. */
export async function openPlatform() {
  vi.stubEnv('TENANTRY_PASSPHRASE', 'correct horse battery staple');
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const root = await temporaryFolder();
  const sandbox = await startSandbox({ world: 'campus', scale: 0.02, limits: 'none' });
  onTestFinished(() => sandbox.close());
  const proxy = await startMutatingProxy(sandbox.url);
  onTestFinished(() => proxy.close());
  const directory = join(root, platformId);
  valueIn(
    await createWorkspace({
      directory,
      id: platformId,
      name: 'Campus',
      scenario: 'platforms',
      kind: 'remote',
      environment: 'production',
      url: `${proxy.url}/v1`,
      apiKey: sandbox.platformToken,
      protection: { kind: 'passphrase', passphrase: 'correct horse battery staple' },
      createdAt: Date.now(),
    }),
  );
  valueIn(await withWorkspace(directory, pull));
  const production = sandbox.applications.filter(({ environment }) => environment === 'production');
  const [one, other] = production;
  if (one === undefined || other === undefined) throw new Error('the platform has two applications');
  /** How many people the service has in an application. */
  const held = async ({ secretKey }: typeof one): Promise<number> => {
    const headers = { authorization: `Bearer ${secretKey}` };
    const answer = await fetch(`${sandbox.url}/v1/users/count`, { headers });
    return (await answer.json()).total_count;
  };
  const copies = async () => valueIn(await readCopies(root, platformId));
  return { sandbox, proxy, root, directory, one, other, held, copies };
}
