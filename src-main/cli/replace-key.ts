import { replaceApiKey } from '@main/workspace/replace-api-key';
import { type Result, success } from '@shared/contract/failure';
import type { WorkspaceInfo } from '@shared/contract/shell';
import { readSecret } from './read-secret';
import { withWorkspace } from './with-workspace';

/** Another API key of the same instance, once the service has shown that it is one. The old key need not be valid any more. */
export function replaceKey(directory: string): Promise<Result<WorkspaceInfo>> {
  return withWorkspace(directory, async (engine, { workspace }) => {
    const apiKey = await readSecret('TENANTRY_API_KEY');
    if (!apiKey.ok) return apiKey;
    const tried = await engine.tryKey(apiKey.value);
    if (!tried.ok) return tried;
    const needed = workspace.info.protection === 'passphrase';
    const passphrase = needed ? await readSecret('TENANTRY_PASSPHRASE') : null;
    if (passphrase !== null && !passphrase.ok) return passphrase;
    const unlocking = passphrase === null ? {} : { passphrase: passphrase.value };
    const replaced = await replaceApiKey(workspace, apiKey.value, unlocking);
    return replaced.ok ? success(replaced.value.workspace.info) : replaced;
  });
}
