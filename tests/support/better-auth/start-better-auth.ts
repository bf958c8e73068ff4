import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../folders/temporary-folder';
import { type BetterAuth, type BetterAuthSize, serveBetterAuth } from './serve-better-auth';

/** Starts one as `serveBetterAuth` does; closed when the test ends. */
export async function startBetterAuth(size: BetterAuthSize = {}): Promise<BetterAuth> {
  const server = await serveBetterAuth(await temporaryFolder(), size);
  onTestFinished(server.close);
  return server;
}
