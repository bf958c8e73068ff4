import type { PageRequest } from '@shared/contract/page';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

interface ScopeStore {
  /** The organization that everything is narrowed to; null for all of them. */
  readonly organizationId: string | null;
}

/** One switch for the whole window, which a reload leaves as it is. What a list is narrowed by is the engine's to know (`scopedBy`). */
const useScopeStore = create<ScopeStore>()(
  persist((): ScopeStore => ({ organizationId: null }), {
    name: 'tenantry-scope',
    storage: createJSONStorage(() => sessionStorage),
  }),
);

export const useScope = (): string | null => useScopeStore(({ organizationId }) => organizationId);

/** Narrows every screen, count, search and export to an organization; null shows all of them again. */
export function narrowTo(organizationId: string | null): void {
  useScopeStore.setState({ organizationId });
}

/** What a query says besides while the window is narrowed; nothing while it is not. */
export function useScoped(): Pick<PageRequest, 'scope'> {
  const scope = useScope();
  return scope === null ? {} : { scope };
}
