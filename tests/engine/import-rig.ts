import { startSandbox } from '@main/sandbox/start-sandbox';
import type { EntityName } from '@shared/domain/entity';
import type { ImportRow } from '@shared/domain/import/import-row';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { engineOn } from './engine-on';

/** An engine with a copy of a sandbox, and ways to look at files that come in. */
export async function openCopy() {
  const sandbox = await startSandbox({ world: 'northwind', scale: 0.08 });
  const engine = await engineOn(sandbox, await temporaryFolder());
  const open = (bytes: Uint8Array | string) =>
    engine.call('openImport', { bytes: new Uint8Array(Buffer.from(bytes)) });
  /** Looks at a file; its lines with what becomes of each. */
  const look = async (entity: EntityName, bytes: Uint8Array | string, options: object = {}) => {
    const { file } = valueIn(await open(bytes));
    const preview = valueIn(await engine.call('previewImport', { file, entity, ...options }));
    const { rows } = valueIn(await engine.call('importRows', { preview: preview.preview, limit: 500 }));
    return { ...preview, rows };
  };
  const rowsOf = async <E extends EntityName>(entity: E, where: object[] = []) =>
    valueIn(await engine.call('page', { entity, where, limit: 500 } as never))
      .rows as unknown as StoredRecord<E>[];
  return { engine, open, look, rowsOf };
}

/** What becomes of lines, each as a text. */
export const told = (rows: readonly ImportRow[]) =>
  rows.map(({ outcome, why }) => (why === '' ? outcome : `${outcome}: ${why}`));
