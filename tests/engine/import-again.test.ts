import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '@main/engine/engine';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { type EntityName, entitiesOf } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { engineOn } from './engine-on';
import { openFleet } from './open-fleet';

/** Exports every list that has rows, and looks at the file as one to import; answers what was not the same, and which lists were looked at. */
async function outAndIn(engine: Engine, entities: readonly EntityName[]) {
  const out = await temporaryFolder();
  const seen: EntityName[] = [];
  const odd: object[] = [];
  for (const entity of entities) {
    const file = join(out, `${entity}.csv`);
    const { rows: count } = valueIn(await engine.exportTable(file, { query: { entity }, format: 'csv' }));
    if (count === 0) continue;
    seen.push(entity);
    const opened = valueIn(await engine.call('openImport', { bytes: new Uint8Array(await readFile(file)) }));
    const preview = await engine.call('previewImport', { file: opened.file, entity });
    if (!preview.ok) {
      odd.push({ entity, error: preview.error });
      continue;
    }
    const { rows } = valueIn(await engine.call('importRows', { preview: preview.value.preview, limit: 500 }));
    if (preview.value.summary.same !== count) odd.push({ entity, summary: preview.value.summary });
    for (const { outcome, why, notes, diff } of rows)
      if (notes.length > 0 || outcome !== 'same') odd.push({ entity, outcome, why, notes, diff });
  }
  return { odd, seen };
}

it('what leaves of any list of people comes back as the same, with keys that were read when somebody asked', async () => {
  const engine = await engineOn(await startSandbox({ world: 'lumen', scale: 0.05 }), await temporaryFolder());
  const [machine] = valueIn(await engine.call('page', { entity: 'machine', limit: 1 })).rows;
  valueIn(await engine.call('readListOf', { entity: 'apiKey', of: machine?.id as RecordId }));
  const { odd, seen } = await outAndIn(engine, [...entitiesOf('b2b'), 'apiKey']);
  expect(odd).toEqual([]);
  expect(seen).toEqual(
    expect.arrayContaining(['user', 'plan', 'subscriptionItem', 'template', 'machine', 'apiKey']),
  );
});

it('so does what leaves of any list of a platform, with templates that were read', async () => {
  const fleet = await openFleet();
  valueIn(await fleet.engine.call('readTemplates', {}));
  const { odd, seen } = await outAndIn(fleet.engine, [...entitiesOf('platforms'), 'template']);
  expect(odd).toEqual([]);
  expect(seen).toEqual(['settings', 'application', 'domain', 'template']);
});
