import type { EntityName } from '@shared/domain/entity';
import { useLayoutEffect } from 'react';
import { create } from 'zustand';

/** What a screen shows now, where its tabs and pages differ: a list, one organization's page, or what is set for all. */
export type Shown =
  | { readonly kind: 'list'; readonly entity: EntityName }
  | { readonly kind: 'page'; readonly organizationId: string }
  | { readonly kind: 'settings' };

const useStore = create<{ readonly shown: Shown | null }>(() => ({ shown: null }));

/** Null where the screen does not say: it is what it lists first. */
export const useShown = (): Shown | null => useStore(({ shown }) => shown);

/** Tells the frame what stands in it, for as long as it does; null: nothing of its own, as a table within a page. */
export function useShows(shown: Shown | null): void {
  const key = JSON.stringify(shown);
  // Before it is painted: the frame never speaks of what stood there before.
  useLayoutEffect(() => {
    const own = JSON.parse(key) as Shown | null;
    if (own === null) return;
    useStore.setState({ shown: own });
    return () => useStore.setState({ shown: null });
  }, [key]);
}
