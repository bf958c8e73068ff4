import type { Engine } from '@main/engine/engine';
import { type Result, success } from '@shared/contract/failure';
import type { OutputOf } from '@shared/contract/operations';
import type { JsonObject } from '@shared/domain/json';
import { exitCodeOf } from './exit-code';

interface UsageReport {
  /** The newest reading of each application. */
  readonly readings: readonly JsonObject[];
  readonly read?: OutputOf<'readUsage'>;
}

const pageSize = 500;

/** What the applications used, as it was read last; read anew first where that is asked for. */
export async function usage(
  engine: Engine,
  { read: anew = false }: { readonly read?: boolean },
): Promise<Result<UsageReport>> {
  // Without ids nobody is asked: it says whether there is anybody to ask.
  const read = await engine.call('readUsage', anew ? {} : { ids: [] });
  if (!read.ok) return read;
  const newest = new Map<unknown, JsonObject>();
  for (let offset = 0; ; offset += pageSize) {
    const page = await engine.call('page', {
      entity: 'usageReading',
      sort: { field: 'createdAt', direction: 'desc' },
      offset,
      limit: pageSize,
    });
    if (!page.ok) return page;
    const { rows, total } = page.value;
    for (const { sync: _, server: __, staged: ___, state: ____, ...told } of rows as readonly JsonObject[])
      if (!newest.has(told.applicationId)) newest.set(told.applicationId, told);
    if (offset + rows.length >= total || rows.length === 0) break;
  }
  return success({ readings: [...newest.values()], ...(anew && { read: read.value }) });
}

/** Who could not be read decides: their figures are older than asked for. */
export function usageExitCode({ read }: UsageReport): number {
  const [failed] = read?.failed ?? [];
  return failed === undefined ? 0 : exitCodeOf(failed.failure.code);
}
