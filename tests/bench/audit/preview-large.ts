import { csvEncoder } from '@main/export/encode-text';
import { xlsxEncoder } from '@main/export/encode-xlsx';
import { createIdentity } from '@main/identity/create-identity';
import { createImport } from '@main/import/create-import';
import { draftCall } from '@main/reconcile/service/remote-call';
import { createStaging } from '@main/reconcile/staging/create-staging';
import type { Store } from '@main/store/store';
import { importOperations } from '@shared/contract/import';
import { exportCell } from '@shared/domain/export/export-cell';
import { exportColumns } from '@shared/domain/export/export-columns';
import { readField } from '@shared/domain/field-path';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { valueIn } from '../../support/value-in';
import { type Figure, figure } from '../support/figure';

/** Lines of the file, and of how many one is changed. */
const lines = 100_000;
const changedOf = 10;

/** Previews of files of 100,000 memberships: as the export wrote them, by ids, and as people write them, by slugs and addresses. */
export async function previewLarge(store: Store): Promise<readonly Figure[]> {
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return String(ids);
  };
  const staging = createStaging({ store, now: Date.now, newId });
  const reach = { url: 'http://127.0.0.1:1/v1', scenario: 'b2b', fetch, now: Date.now } as const;
  const identity = createIdentity({ ...reach, apiKey: 'sk_test_bench' });
  const { open, preview } = createImport({
    store,
    callOf: (draft, record) => draftCall(identity, draft, record),
    tryOut: staging.tryOut,
    stage: staging.stage,
    requestsPer10s: identity.requestsPer10s,
  });
  const rows = await store.list('membership', [], lines);
  const changed = rows.map((row, at) => (at % changedOf === 0 ? { ...row, role: otherRole(row.role) } : row));
  const all = exportColumns('membership').map(({ path }) => path);
  const files = {
    'as exported, CSV': encoded(csvEncoder, all, changed),
    'as exported, workbook': encoded(xlsxEncoder([]), all, changed),
    'by organization and address, CSV': encoded(csvEncoder, ['organizationId', 'userEmail', 'role'], changed),
  };
  const figures: Figure[] = [];
  for (const [name, bytes] of Object.entries(files)) {
    let longest = 0;
    let last = performance.now();
    // How long nobody else had a turn.
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const started = performance.now();
    const { file } = valueIn(await open(bytes));
    const asked = importOperations.previewImport.input.parse({ file, entity: 'membership' });
    const { summary } = valueIn(await preview(asked));
    const ms = performance.now() - started;
    longest = Math.max(longest, performance.now() - last);
    clearInterval(watch);
    if (summary.changed + summary.refused < lines / changedOf / 2) throw new Error(JSON.stringify(summary));
    figures.push(figure(`import preview of 100,000 lines, ${name}`, ms, 'ms', { most: 10_000 }));
    figures.push(figure(`its longest task, ${name}`, longest, 'ms'));
  }
  return figures;
}

const otherRole = (role: string): string => (role === 'org:support' ? 'org:billing' : 'org:support');

function encoded(
  encoder: typeof csvEncoder,
  paths: readonly string[],
  rows: readonly StoredRecord[],
): Uint8Array {
  const columns = exportColumns('membership').filter(({ path }) => paths.includes(path));
  const { begin, rows: more, end } = encoder(columns);
  const cells = rows.map((row) => {
    const values = columns.map(({ path }) => readField(row, path));
    return { values, cells: values.map((value, at) => exportCell(columns[at]?.kind ?? 'text', value)) };
  });
  return Buffer.concat([...begin(), ...more(cells), ...end()]);
}
