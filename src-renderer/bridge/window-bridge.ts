import type { Failure } from '@shared/contract/failure';
import type { ShellCallName, ShellEventName } from '@shared/contract/shell';

/** What the preload answers to a call; the value is `unknown` until the schema of the call has decoded it. */
export type BridgeAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: Failure };

/** The one global that the preload exposes. */
export interface WindowBridge {
  /** What the app speaks. */
  readonly language: string;
  call(name: ShellCallName, input: unknown): Promise<BridgeAnswer>;
  on(name: ShellEventName, listener: (value: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly tenantry?: WindowBridge;
  }
}

export function windowBridge(): WindowBridge {
  const bridge = window.tenantry;
  if (!bridge) throw new Error('The preload is missing: Tenantry runs in its own window, not in a browser.');
  return bridge;
}
