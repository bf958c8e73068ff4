import { Failure } from '@shared/contract/failure';
import { WorkspaceId } from '@shared/domain/ids';
import { Scenario } from '@shared/domain/scenario';
import { z } from 'zod';

/** What an engine process needs to open its workspace. Goes by message only: arguments and environment are public. */
export const EngineStart = z.object({
  directory: z.string(),
  databaseKey: z.string(),
  apiKey: z.string(),
  url: z.string(),
  workspace: z.object({ id: WorkspaceId, name: z.string(), scenario: Scenario }),
});
export type EngineStart = Readonly<z.infer<typeof EngineStart>>;

/** From main to an engine process. A `port` message carries one MessagePort to a window. */
export const ToEngineProcess = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), start: EngineStart }),
  z.object({ kind: z.literal('port') }),
  z.object({ kind: z.literal('stop') }),
]);
export type ToEngineProcess = z.infer<typeof ToEngineProcess>;

/** From an engine process to main. */
export const FromEngineProcess = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('failed'), failure: Failure }),
]);
export type FromEngineProcess = z.infer<typeof FromEngineProcess>;
