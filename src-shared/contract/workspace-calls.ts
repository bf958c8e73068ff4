import { z } from 'zod';
import { WorkspaceId } from '../domain/ids';
import { Scenario } from '../domain/scenario';
import { NamedService } from '../domain/services';
import { BrokenWorkspace, EngineState, OpenedInfo, WorkspaceInfo } from './workspace-info';

const nothing = z.object({});

/** The sandbox's own switches, for trying the app under bad weather; `look` turns none. */
export const SandboxSwitch = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('look') }),
  z.object({ kind: z.literal('down') }),
  z.object({ kind: z.literal('up') }),
  z.object({ kind: z.literal('latency'), ms: z.number().int().min(0).max(60_000) }),
]);
export type SandboxSwitch = z.infer<typeof SandboxSwitch>;

/** How its switches stand; each start of it begins with fine weather. */
export const SandboxWeather = z.object({ down: z.boolean(), latencyMs: z.number().int() });
export type SandboxWeather = z.infer<typeof SandboxWeather>;

/** Workspaces of this profile: made, opened, closed, and their keys. */
export const workspaceCalls = {
  workspaces: { input: nothing, output: z.array(OpenedInfo) },
  brokenWorkspaces: { input: nothing, output: z.array(BrokenWorkspace) },
  createSandbox: {
    input: z.object({ scenario: Scenario, passphrase: z.string().max(1_000).optional() }),
    output: WorkspaceInfo,
  },
  connect: {
    input: z.object({
      /** Clerk unless another one is named. */
      service: NamedService.optional(),
      name: z.string().trim().min(1).max(100),
      url: z.url(),
      apiKey: z.string().trim().min(1).max(500),
      /** Opens policies and branding of the instance's application as well. */
      platformToken: z.string().trim().min(1).max(500).optional(),
      scenario: Scenario,
      passphrase: z.string().max(1_000).optional(),
    }),
    output: WorkspaceInfo,
  },
  open: {
    input: z.object({ id: WorkspaceId, passphrase: z.string().max(1_000).optional() }),
    output: OpenedInfo,
  },
  close: { input: nothing, output: nothing },
  forget: { input: z.object({ id: WorkspaceId }), output: nothing },
  replaceApiKey: {
    input: z.object({
      id: WorkspaceId,
      apiKey: z.string().trim().min(1).max(500),
      passphrase: z.string().optional(),
    }),
    output: nothing,
  },
  /** Of the open workspace: a Platform token beside its key; null takes it out. A sandbox puts its own in. */
  setPlatformToken: {
    input: z.object({
      id: WorkspaceId,
      token: z.string().trim().min(1).max(500).nullable(),
      passphrase: z.string().max(1_000).optional(),
    }),
    output: nothing,
  },
  /** Of a workspace that a passphrase protects. */
  changePassphrase: {
    input: z.object({
      id: WorkspaceId,
      passphrase: z.string().max(1_000),
      next: z.string().max(1_000),
    }),
    output: nothing,
  },
  engineState: { input: nothing, output: EngineState },
  sandboxSwitch: { input: SandboxSwitch, output: SandboxWeather },
} as const;
