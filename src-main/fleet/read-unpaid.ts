import type { Store } from '@main/store/store';
import { settingWritten, unpaidSettings } from '@main/store/unpaid-settings';
import type { RecordId } from '@shared/domain/ids';

/** What the service would not take at the last try, as it is not paid for: at a plan, or when it was sent. */
export interface Unpaid {
  /** Of a setting, by its path: what was said of it, or of what it is in. */
  readonly isUnpaid: (applicationId: string, path: string) => boolean;
  /** Another one where anything of it is other. */
  readonly mark: string;
}

export async function readUnpaid(store: Pick<Store, 'intents' | 'meta'>): Promise<Unpaid> {
  const refused = new Map(await unpaidSettings(store));
  const taken = new Map<string, number>();
  const keep = (into: Map<string, number>, key: string | undefined, at: number): void => {
    if (key !== undefined) into.set(key, Math.max(at, into.get(key) ?? 0));
  };
  const answered = await store.intents({ states: ['refused', 'withdrawn', 'superseded'] });
  for (const intent of answered)
    if (intent.outcome?.status === 402) keep(refused, settingWritten(intent), intent.outcome.at);
  if (refused.size === 0) return { isUnpaid: () => false, mark: '' };
  const recordIds = [...new Set([...refused.keys()].map((key) => key.split(' ')[0] ?? ''))];
  const around = new Set([...refused.keys()].flatMap(lineOf));
  for (const intent of await store.intents({ states: ['applied'], recordIds: recordIds as RecordId[] })) {
    const key = settingWritten(intent);
    if (key !== undefined && (around.has(key) || lineOf(key).some((each) => refused.has(each))))
      keep(taken, key, intent.closedAt);
  }
  const last = (of: ReadonlyMap<string, number>, line: readonly string[]): number =>
    Math.max(...line.map((key) => of.get(key) ?? 0));
  return {
    isUnpaid: (applicationId, path) => {
      const line = lineOf(`${applicationId} ${path}`);
      return last(refused, line) > last(taken, line);
    },
    mark: JSON.stringify([...refused, ...taken].sort()),
  };
}

/** A setting and what it is in, the group first. */
function lineOf(key: string): readonly string[] {
  const [, ...ends] = [...key.matchAll(/\./g)].map(({ index }) => index);
  return [...ends.map((end) => key.slice(0, end)), key];
}
