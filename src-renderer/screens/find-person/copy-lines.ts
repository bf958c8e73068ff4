import { formatSize } from '@renderer/ui/format/format-size';
import type { PoolCopyEntry, PoolCopyInfo, PoolCopyRun } from '@shared/contract/pool-copies';
import { t } from '@shared/language/t';

/** One pool in the list of copies. */
export interface CopyLine {
  readonly key: string;
  readonly applicationId: string;
  readonly name: string;
  /** Undefined where there is no copy: its copying failed. */
  readonly copy: PoolCopyInfo | undefined;
  /** Where it stands in the last run; undefined where that has not come to it. */
  readonly entry: PoolCopyEntry | undefined;
}

/** How large all copies are: at least so large, where the size of one could not be read. */
export function sizeOfAll(copies: readonly Pick<PoolCopyInfo, 'bytes' | 'failure'>[]): string {
  const size = formatSize(copies.reduce((sum, { bytes }) => sum + bytes, 0));
  const isKnown = copies.every(({ bytes, failure }) => failure === null || bytes > 0);
  return isKnown ? size : t('at least {size}', { size });
}

const order: readonly PoolCopyEntry['state'][] = ['copying', 'failed', 'begun'];

/** Every copy, and what of the last run has none: what goes on and what went wrong first, then the oldest copies. */
export function copyLines(
  copies: readonly PoolCopyInfo[],
  run: PoolCopyRun | null,
  names: ReadonlyMap<string, string>,
): readonly CopyLine[] {
  const entries = new Map(
    run?.entries.filter(({ state }) => state !== 'waiting').map((entry) => [entry.applicationId, entry]),
  );
  const nameOf = (id: string): string =>
    names.get(id) ?? t('{name}, which the platform no longer has', { name: id });
  const lines: CopyLine[] = copies.map((copy) => ({
    key: copy.id,
    applicationId: copy.applicationId,
    name: nameOf(copy.applicationId),
    copy,
    entry: entries.get(copy.applicationId),
  }));
  const copied = new Set(copies.map(({ applicationId }) => applicationId));
  for (const entry of entries.values())
    if (!copied.has(entry.applicationId))
      lines.push({
        key: entry.applicationId,
        applicationId: entry.applicationId,
        name: nameOf(entry.applicationId),
        copy: undefined,
        entry,
      });
  const rank = ({ entry }: CopyLine): number => {
    const place = entry === undefined ? -1 : order.indexOf(entry.state);
    return place === -1 ? order.length : place;
  };
  return lines.sort((a, b) => rank(a) - rank(b) || (a.copy?.asOf ?? 0) - (b.copy?.asOf ?? 0));
}
