import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createExport } from '@main/export/create-export';
import type { Store } from '@main/store/store';
import { ExportRequest, exportFormats } from '@shared/contract/export';
import { success } from '@shared/contract/failure';
import { valueIn } from '../../support/value-in';
import { type Figure, figure } from '../support/figure';

/** What a million rows may take: ms of the clock, and bytes of memory beyond what was there before. */
const rows = 1_000_000;
const mostMs = 30_000;
const mostBytes = 250_000_000;

/** All memberships as a file of each kind, in the order of their ids, and as a table sorts them. */
export async function exportLarge(store: Store, directory: string, size: number): Promise<readonly Figure[]> {
  const { write } = createExport({
    store,
    audit: { page: () => Promise.reject(new Error('nothing past is exported here')) },
    history: () => Promise.reject(new Error('no history is exported here')),
    narrowed: async (query) => success(query),
    rows: (query) => store.page(query),
    openBeside: () => () => Promise.reject(new Error('nothing beside rows is exported here')),
    salt: 'bench',
  });
  const most = (mostMs * size) / rows;
  const figures: Figure[] = [];
  for (const sorted of [false, true])
    for (const format of exportFormats) {
      const to = join(directory, `${sorted}.${format}`);
      const query = {
        entity: 'membership',
        ...(sorted && { sort: { field: 'userName', direction: 'asc' } }),
      };
      const request = ExportRequest.parse({ kind: 'table', format, query, pseudonymise: false });
      globalThis.gc?.();
      const before = process.memoryUsage().rss;
      let peak = before;
      const watch = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage().rss);
      }, 50);
      const [started, cpu] = [performance.now(), process.cpuUsage()];
      const report = valueIn(await write(to, request));
      const ms = performance.now() - started;
      const { user, system } = process.cpuUsage(cpu);
      clearInterval(watch);
      if (report.rows !== size || (await stat(to)).size !== report.bytes)
        throw new Error(JSON.stringify(report));
      const name = `export of ${size.toLocaleString('en')} memberships as ${format}${sorted ? ', sorted by name' : ''}`;
      figures.push(
        figure(name, ms, 'ms', { most, beside: { 'processor time': (user + system) / 1_000 } }),
        figure(`its memory, ${name}`, Math.max(0, peak - before) / 1_000_000, 'MB', {
          most: mostBytes / 1_000_000,
        }),
      );
    }
  return figures;
}
