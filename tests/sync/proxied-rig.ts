import { onTestFinished } from 'vitest';
import { type MutatingProxy, startMutatingProxy } from '../support/mutator/mutating-proxy';
import { type SyncRig, startRig, startWorld } from './sync-rig';

/** A rig whose service is reached through a proxy that can alter its answers. */
export async function startProxied(): Promise<{ readonly rig: SyncRig; readonly proxy: MutatingProxy }> {
  const sandbox = await startWorld({ scale: 0.02 });
  const proxy = await startMutatingProxy(sandbox.url);
  onTestFinished(() => proxy.close());
  const rig = await startRig({ scale: 0.02 }, { url: proxy.url, apiKey: sandbox.secretKey });
  return { rig, proxy };
}
