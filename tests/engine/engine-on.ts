import { randomBytes } from 'node:crypto';
import { waitForSweep } from '@main/cli/wait-for-sweep';
import type { Engine } from '@main/engine/engine';
import { openEngine } from '@main/engine/open-engine';
import type { Sandbox } from '@main/sandbox/start-sandbox';
import { onTestFinished } from 'vitest';
import { valueIn } from '../support/value-in';

/** An engine with a copy of a sandbox's first application; both end with the test. */
export async function engineOn(
  sandbox: Sandbox,
  directory: string,
  scenario: 'b2b' | 'b2c' = 'b2b',
): Promise<Engine> {
  const engine = valueIn(
    await openEngine({
      directory,
      databaseKey: randomBytes(32).toString('hex'),
      apiKey: sandbox.secretKey,
      url: `${sandbox.url}/v1`,
      workspace: { id: 'test', name: 'Test', scenario },
      fetch,
    }),
  );
  onTestFinished(async () => {
    await engine.close();
    await sandbox.close();
  });
  valueIn(await waitForSweep(engine));
  return engine;
}
