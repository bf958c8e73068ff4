import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** Of the sample change: stage it, look at the plan, take it back or reconcile it; then it is done. */
export type GuideStep = 'stage' | 'look' | 'decide' | 'done';

export type Density = 'compact' | 'roomy';

interface Preferences {
  readonly density: Density;
  readonly lastWorkspaceId: string | null;
  /** The name under signed change sets; '' until one was given. */
  readonly signer: string;
  /** The sample change of a sandbox just made, and how far it is; null: not shown. */
  readonly guide: { readonly workspaceId: string; readonly step: GuideStep } | null;
  readonly setGuide: (guide: Preferences['guide']) => void;
  readonly setDensity: (density: Density) => void;
  readonly setLastWorkspaceId: (id: string | null) => void;
  readonly setSigner: (name: string) => void;
}

/** What the person at this window prefers; kept on this machine. Light and dark are Mantine's to keep. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      density: 'compact',
      lastWorkspaceId: null,
      signer: '',
      guide: null,
      setGuide: (guide) => set({ guide }),
      setDensity: (density) => set({ density }),
      setLastWorkspaceId: (lastWorkspaceId) => set({ lastWorkspaceId }),
      setSigner: (signer) => set({ signer }),
    }),
    { name: 'tenantry-preferences' },
  ),
);

export const rowHeights: Readonly<Record<Density, 32 | 40>> = { compact: 32, roomy: 40 };
