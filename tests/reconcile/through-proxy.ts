import { onTestFinished } from 'vitest';
import { startMutatingProxy } from '../support/mutator/mutating-proxy';
import { connect, startWorld } from '../sync/sync-rig';
import { startReconcile } from './reconcile-rig';

/** A rig whose service is reached through a proxy that can lose its answers to writes; a colleague goes past it. */
export async function throughProxy() {
  const world = await startWorld();
  const proxy = await startMutatingProxy(world.url);
  onTestFinished(() => proxy.close());
  const rig = await startReconcile({}, undefined, { url: proxy.url, apiKey: world.secretKey });
  const writes = () => proxy.asked.filter((asked) => !asked.startsWith('GET')).length;
  /** Writes take effect, and nobody hears of it. */
  const loseAnswers = () => {
    proxy.alter = ({ method }) => (method === 'GET' ? undefined : { status: 502, text: 'lost' });
  };
  const heal = () => {
    proxy.alter = () => undefined;
  };
  return { rig, world, proxy, colleague: connect(world), writes, loseAnswers, heal };
}
