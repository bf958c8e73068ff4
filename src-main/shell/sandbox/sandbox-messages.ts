import { SandboxSwitch, SandboxWeather } from '@shared/contract/workspace-calls';
import { z } from 'zod';

/** From main to the process of a sandbox workspace's identity service. `port` 0 picks a free one. */
export const ToSandboxProcess = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('start'),
    world: z.string(),
    dataDirectory: z.string(),
    port: z.number().int(),
  }),
  z.object({ kind: z.literal('switch'), id: z.number().int(), to: SandboxSwitch }),
  z.object({ kind: z.literal('stop') }),
]);
export type ToSandboxProcess = z.infer<typeof ToSandboxProcess>;

/** From that process to main. `url` is the base of its API. */
export const FromSandboxProcess = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), url: z.string(), secretKey: z.string(), platformToken: z.string() }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
  /** `weather` is null where the switch was not taken. */
  z.object({ kind: z.literal('switched'), id: z.number().int(), weather: SandboxWeather.nullable() }),
]);
export type FromSandboxProcess = z.infer<typeof FromSandboxProcess>;
