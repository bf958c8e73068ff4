import { success } from '@shared/contract/failure';
import type { historyOperations } from '@shared/contract/history';
import type { EngineParts } from './engine-parts';
import type { HandlerMap } from './handler-map';

/** The operations on the past. */
export function historyHandlers({
  audit,
  store,
}: EngineParts): Pick<HandlerMap, keyof typeof historyOperations | 'history'> {
  return {
    history: async ({ about, ...query }) => {
      const scope = about && { about: await audit.about(about) };
      return success([...(await store.history({ ...query, ...scope }))]);
    },
    historyRange: async () => success(await audit.range()),
    pageAsOf: ({ query, at }) => audit.page(query, at),
    recordAsOf: ({ entity, id, at }) => audit.record(entity, id, at),
    compare: (query) => audit.compare(query),
    verifyHistory: async () => success(await audit.verify()),
  };
}
