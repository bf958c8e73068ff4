import { randomBytes } from 'node:crypto';
import { waitForSweep } from '@main/cli/wait-for-sweep';
import type { Engine } from '@main/engine/engine';
import { openEngine } from '@main/engine/open-engine';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { readField } from '@shared/domain/field-path';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import type { Application } from '@shared/domain/records/record-map';
import { expect, onTestFinished } from 'vitest';
import { decodeRecord } from '../support/decode-record';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';

export async function start(world: string): Promise<Sandbox> {
  const sandbox = await startSandbox({ world, scale: 0.02, seed: 5 });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** A workspace on the first application of a world; the same folder each time that it opens. */
export async function workspaceOn(sandbox: Sandbox, scenario: 'b2c' | 'b2b', through: typeof fetch = fetch) {
  const directory = await temporaryFolder();
  const databaseKey = randomBytes(32).toString('hex');
  let engine: Engine | null = null;
  const close = async (): Promise<void> => {
    await engine?.close();
    engine = null;
  };
  onTestFinished(close);
  return async (platformToken?: string): Promise<Engine> => {
    await close();
    engine = valueIn(
      await openEngine({
        directory,
        databaseKey,
        apiKey: sandbox.secretKey,
        platformToken,
        url: `${sandbox.url}/v1`,
        workspace: { id: 'one', name: 'One', scenario },
        fetch: through,
      }),
    );
    valueIn(await waitForSweep(engine));
    return engine;
  };
}

export async function application(engine: Engine): Promise<Application | undefined> {
  const { rows } = valueIn(await engine.call('page', { entity: 'application', limit: 10 }));
  expect(rows.length).toBeLessThan(2);
  return rows.map((row) => decodeRecord('application', row))[0];
}

export const edit = (record: Application, field: string, value: JsonValue): IntentDraft => ({
  entity: 'application',
  recordId: record.id,
  action: { verb: 'update', field, value, base: readField(record, field) ?? null },
});

export async function reconcile(engine: Engine) {
  const { hash } = valueIn(await engine.call('plan', {}));
  return valueIn(await engine.call('apply', { planHash: hash, resolutions: {}, onRefusal: 'continue' }));
}

/** The config at the Platform API, as another client sees it. */
export async function heldConfig({ url, platformToken }: Sandbox, { id, instanceId }: Application) {
  const path = `/v1/platform/applications/${id}/instances/${instanceId}/config`;
  const answer = await fetch(url + path, { headers: { authorization: `Bearer ${platformToken}` } });
  return (await answer.json()) as Record<string, Record<string, JsonValue>>;
}
