import { WorkspaceInfo } from '@shared/contract/workspace-info';
import { WorkspaceId } from '@shared/domain/ids';
import { Scenario } from '@shared/domain/scenario';
import { ServiceName } from '@shared/domain/services';
import { z } from 'zod';
import { Vault } from './vault/vault';

/** Version of `workspace.json` by its service: one that an older Tenantry does not speak to has a version that it refuses. */
const versions: Readonly<Record<ServiceName, number>> = { clerk: 1, 'better-auth': 2 };

export const versionFor = ({ service = 'clerk' }: { readonly service?: ServiceName | undefined }): number =>
  versions[service];

/** The version that the content of a `workspace.json` is to have, by the service that it names. */
export function versionOf(content: unknown): number {
  const head = z.object({ service: ServiceName.optional().catch(undefined) }).safeParse(content);
  return versionFor(head.data ?? {});
}

/** Whether what a `workspace.json` holds says that a newer Tenantry wrote it: a version beyond what its service has here. */
export function isNewer(content: unknown): boolean {
  const head = z.object({ version: z.number() }).safeParse(content);
  return head.success && head.data.version > versionOf(content);
}

/** Content of `workspace.json`. Only the vault is secret, and it is sealed. */
export const WorkspaceFile = z
  .object({
    version: z.int(),
    id: WorkspaceId,
    name: z.string().trim().min(1),
    scenario: Scenario,
    kind: WorkspaceInfo.shape.kind,
    environment: z.enum(['sandbox', 'development', 'production']),
    url: z.string(),
    /** Ms since 1970. */
    createdAt: z.number(),
    platform: WorkspaceInfo.shape.platform,
    snapshot: WorkspaceInfo.shape.snapshot,
    service: WorkspaceInfo.shape.service,
    vault: Vault,
  })
  .refine((file) => file.version === versionFor(file), { path: ['version'] });
export type WorkspaceFile = Readonly<z.infer<typeof WorkspaceFile>>;
