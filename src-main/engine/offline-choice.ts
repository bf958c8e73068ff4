import type { Store } from '@main/store/store';
import type { Sync } from '@main/sync/create-sync';

export interface OfflineChoice {
  /** Takes up the choice of an earlier run, before anything is synced. */
  restore(): Promise<void>;
  /** Leaves the service alone, or not any more; kept until chosen otherwise, over every restart. */
  choose(on: boolean): Promise<void>;
}

const choiceKey = 'sync/offline-by-choice';

export function createOfflineChoice(store: Store, sync: Pick<Sync, 'workOffline'>): OfflineChoice {
  return {
    restore: async () => {
      if ((await store.meta(choiceKey)) === true) sync.workOffline(true);
    },
    choose: async (on) => {
      // Offline at once, whatever the disk says; online only once it is on disk.
      if (on) sync.workOffline(true);
      await store.write({ meta: { [choiceKey]: on ? true : null } });
      if (!on) sync.workOffline(false);
    },
  };
}
