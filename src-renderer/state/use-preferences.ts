import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type Density = 'compact' | 'roomy';

interface Preferences {
  readonly density: Density;
  readonly lastWorkspaceId: string | null;
  readonly setDensity: (density: Density) => void;
  readonly setLastWorkspaceId: (id: string | null) => void;
}

/** What the person at this window prefers; kept on this machine. Light and dark are Mantine's to keep. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      density: 'compact',
      lastWorkspaceId: null,
      setDensity: (density) => set({ density }),
      setLastWorkspaceId: (lastWorkspaceId) => set({ lastWorkspaceId }),
    }),
    { name: 'tenantry-preferences' },
  ),
);

export const rowHeights: Readonly<Record<Density, 32 | 40>> = { compact: 32, roomy: 40 };
