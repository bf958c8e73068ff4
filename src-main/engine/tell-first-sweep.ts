import type { Sync } from '@main/sync/create-sync';

/** Tells, once, when the copy is complete for the first time (ms). */
export function tellFirstSweep(
  sync: Pick<Sync, 'status' | 'subscribe'>,
  tell: (completeAt: number) => Promise<void>,
): void {
  let end: () => void = () => undefined;
  const look = (): void => {
    const { asOf } = sync.status().freshness;
    if (asOf === 0) return;
    end();
    void tell(asOf);
  };
  end = sync.subscribe(look);
  look();
}
