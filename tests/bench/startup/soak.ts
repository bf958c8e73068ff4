import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { waitForSweep } from '@main/cli/wait-for-sweep';
import { openEngine } from '@main/engine/open-engine';
import { createControlClient } from '@main/sandbox/control-client';
import { RecordId } from '@shared/domain/ids';
import { drafts } from '../../reconcile/drafts';
import { startSandboxProcess } from '../../support/start-sandbox-process';
import { valueIn } from '../../support/value-in';
import { type Figure, figure } from '../support/figure';

/** A sweep every five minutes. */
const sweepsAnHour = 12;
const pagesAnHour = 60;
/** What an hour may leave behind, of history and of caches that fill, MB. */
const mostAnHour = 1;

/** Hours of an engine's day, simulated: sweeps, colleagues' edits, pages, feeds and edits of ours; what an hour leaves in memory. */
export async function soak(directory: string, seed: number, hours: number): Promise<readonly Figure[]> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const sandbox = await startSandboxProcess({ world: 'northwind', seed, scale: 0.2, limits: 'none' });
  const control = createControlClient(sandbox.controlUrl);
  const engine = valueIn(
    await openEngine({
      directory: join(directory, 'soak'),
      databaseKey: randomBytes(32).toString('hex'),
      apiKey: sandbox.secretKey,
      url: `${sandbox.url}/v1`,
      workspace: { id: 'soak', name: 'Soak', scenario: 'b2b' },
      fetch,
    }),
  );
  const page = async (offset: number) =>
    valueIn(await engine.call('page', { entity: 'organization', limit: 50, offset })).rows;

  async function hour(number: number): Promise<number> {
    for (let sweep = 0; sweep < sweepsAnHour; sweep += 1) {
      const rows = await page(0);
      const one = rows[(number * sweepsAnHour + sweep) % rows.length];
      const other = rows[(number * sweepsAnHour + sweep + 7) % rows.length];
      if (one === undefined || other === undefined) throw new Error('a world has organizations');
      const id = RecordId.parse(one.id);
      await control.edit([{ organization: String(other.id), set: { name: `Colleague ${number}.${sweep}` } }]);
      valueIn(
        await engine.call('stage', {
          drafts: [drafts.organization(id, 'branding.tagline', `${number}.${sweep}`)],
        }),
      );
      const { hash } = valueIn(await engine.call('plan', {}));
      valueIn(await engine.call('apply', { planHash: hash, resolutions: {} }));
      valueIn(await waitForSweep(engine));
      for (let asked = 0; asked < pagesAnHour / sweepsAnHour; asked += 1) {
        await page(asked * 7);
        engine.subscribe('page', { entity: 'membership', limit: 50, offset: asked * 50 }, () => undefined)();
      }
    }
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  }

  try {
    valueIn(await waitForSweep(engine));
    const used: number[] = [];
    // The first hour fills what is kept for speed.
    for (let number = 0; number <= hours; number += 1) used.push(await hour(number));
    const [first = 0, last = 0] = [used[0], used.at(-1)];
    return [
      figure('what an hour of work leaves in memory', (last - first) / hours, 'MB', {
        most: mostAnHour,
        beside: { hours, sweeps: hours * sweepsAnHour, 'after the first hour': first, 'at the end': last },
      }),
    ];
  } finally {
    await engine.close();
    await sandbox.stop();
  }
}
