import { type ClerkClient, createClerkClient } from '@clerk/backend';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { afterAll, beforeAll } from 'vitest';

/** A sandbox for the tests of a group, and the official SDK on its key; both are there once the group begins. */
export function clerkOn(options: Parameters<typeof startSandbox>[0]) {
  const rig = {} as { sandbox: Sandbox; clerk: ClerkClient };
  beforeAll(async () => {
    rig.sandbox = await startSandbox(options);
    rig.clerk = createClerkClient({ secretKey: rig.sandbox.secretKey, apiUrl: rig.sandbox.url });
  });
  afterAll(() => rig.sandbox.close());
  return rig;
}
