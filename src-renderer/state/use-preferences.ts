import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type Density = 'compact' | 'roomy';

interface Preferences {
  readonly density: Density;
  readonly lastWorkspaceId: string | null;
  /** The name under signed change sets; '' until one was given. */
  readonly signer: string;
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
      setDensity: (density) => set({ density }),
      setLastWorkspaceId: (lastWorkspaceId) => set({ lastWorkspaceId }),
      setSigner: (signer) => set({ signer }),
    }),
    { name: 'tenantry-preferences' },
  ),
);

export const rowHeights: Readonly<Record<Density, 32 | 40>> = { compact: 32, roomy: 40 };
