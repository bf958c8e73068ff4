import type { RemoteResult } from '@shared/domain/remote-failure';
import { inParallel } from '@shared/in-parallel';

/** Reads of one page that stand at the gate at once: more would keep all other lists waiting behind them. */
const width = 16;

/** What is read of each item, in their order, side by side as far as the gate lets them; the first failure ends it. */
export async function readEach<Item, Value>(
  items: readonly Item[],
  read: (item: Item) => Promise<RemoteResult<Value>>,
): Promise<RemoteResult<readonly Value[]>> {
  const values: Value[] = [];
  const failed: RemoteResult<never>[] = [];
  await inParallel([...items.entries()], width, async ([place, item]) => {
    if (failed.length > 0) return;
    const result = await read(item);
    if (result.ok) values[place] = result.value;
    else failed.push(result);
  });
  return failed[0] ?? { ok: true, value: values, requestId: '' };
}
