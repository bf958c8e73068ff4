import { z } from 'zod';
import { WorkspaceId } from '../domain/ids';
import { Scenario } from '../domain/scenario';
import { NamedService } from '../domain/services';
import { Failure } from './failure';
import { SnapshotFacts } from './snapshot';

/** A workspace as the switcher shows it. The API secret is never part of it. */
export const WorkspaceInfo = z.object({
  id: WorkspaceId,
  name: z.string(),
  scenario: Scenario,
  /** `sandbox`: an embedded, seeded identity service; `remote`: a real instance; `snapshot`: a read-only copy without a key. */
  kind: z.enum(['sandbox', 'remote', 'snapshot']),
  environment: z.enum(['sandbox', 'development', 'production']),
  url: z.string(),
  /** How the database key is kept. */
  protection: z.enum(['keyring', 'passphrase', 'profile']),
  createdAt: z.number(),
  /** Set for the user pool of one application, opened from its platform's workspace. */
  platform: z
    .object({
      workspaceId: WorkspaceId,
      applicationId: z.string(),
      /** Which of the application's instances it copies; missing where it was made before that was kept. */
      instance: z.object({ id: z.string(), environment: z.enum(['production', 'development']) }).optional(),
    })
    .optional(),
  /** Set for a snapshot. */
  snapshot: SnapshotFacts.optional(),
  /** Set where it is another service than Clerk. */
  service: NamedService.optional(),
});
export type WorkspaceInfo = z.infer<typeof WorkspaceInfo>;

/** A workspace that was to be opened. `elsewhere`: other windows of this app have it open, and came forward; here nothing changed. */
export const OpenedInfo = WorkspaceInfo.extend({ elsewhere: z.literal(true).optional() });
export type OpenedInfo = z.infer<typeof OpenedInfo>;

/** Where the engine of the open workspace stands. A stopped engine leaves the window alive. */
export const EngineState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('starting'), workspaceId: WorkspaceId }),
  z.object({ kind: z.literal('ready'), workspaceId: WorkspaceId, restarts: z.number().int() }),
  z.object({ kind: z.literal('failed'), workspaceId: WorkspaceId, failure: Failure }),
]);
export type EngineState = z.infer<typeof EngineState>;

/** What a backup says of itself before it is unlocked. */
export const ChosenBackup = z.object({
  fileName: z.string(),
  name: z.string(),
  url: z.string(),
  environment: WorkspaceInfo.shape.environment,
  /** Ms since 1970. */
  madeAt: z.number(),
  /** A read-only copy, and no backup. */
  snapshot: SnapshotFacts.nullable(),
});
export type ChosenBackup = z.infer<typeof ChosenBackup>;

/** A folder with a workspace that cannot be opened as it is. */
export const BrokenWorkspace = z.object({ folder: z.string(), failure: Failure });
export type BrokenWorkspace = z.infer<typeof BrokenWorkspace>;
