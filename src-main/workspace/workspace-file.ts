import { WorkspaceInfo } from '@shared/contract/shell';
import { WorkspaceId } from '@shared/domain/ids';
import { Scenario } from '@shared/domain/scenario';
import { z } from 'zod';
import { Vault } from './vault/vault';

/** Of the format of `workspace.json`. */
export const newestVersion = 1;

/** Content of `workspace.json`. Only the vault is secret, and it is sealed. */
export const WorkspaceFile = z.object({
  version: z.literal(newestVersion),
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
  vault: Vault,
});
export type WorkspaceFile = Readonly<z.infer<typeof WorkspaceFile>>;
