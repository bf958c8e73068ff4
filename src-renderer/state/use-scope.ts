import type { PageRequest } from '@shared/contract/page';
import { create } from 'zustand';

interface ScopeStore {
  /** The organization that everything is narrowed to; null for all of them. */
  readonly organizationId: string | null;
}

/** One switch for the whole window. What a list is narrowed by is the engine's to know (`scopedBy`). */
const useScopeStore = create<ScopeStore>(() => ({ organizationId: null }));

/**
 * Keeps it in the window's address, before the hash: a reload leaves it as it is, and the shell keeps it with the window. The way back leads
 * to places, and leaves the switch as it is.
 */
export function keepScope(): void {
  const write = (): void => {
    const { organizationId: scope } = useScopeStore.getState();
    const search = scope === null ? '' : `?${new URLSearchParams({ scope })}`;
    if (location.search !== search)
      history.replaceState(null, '', `${location.pathname}${search}${location.hash}`);
  };
  narrowTo(new URLSearchParams(location.search).get('scope'));
  useScopeStore.subscribe(write);
  window.addEventListener('popstate', write);
}

/** At this moment, for what is no component. */
export const scopeNow = (): string | null => useScopeStore.getState().organizationId;

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
