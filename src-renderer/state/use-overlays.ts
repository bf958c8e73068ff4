import type { WorkspaceId } from '@shared/domain/ids';
import { create } from 'zustand';
import { openWorkspace } from './use-session';

/** What the doctor looks at: a workspace, or null for this machine. */
export interface DoctorAim {
  readonly id: WorkspaceId | null;
}

interface Overlays {
  readonly help: boolean;
  readonly setHelp: (help: boolean) => void;
  /** Null while the doctor is not called. */
  readonly doctor: DoctorAim | null;
  readonly setDoctor: (doctor: DoctorAim | null) => void;
}

/** What floats above the frame, besides the palette (which Mantine's spotlight keeps). */
export const useOverlays = create<Overlays>((set) => ({
  help: false,
  setHelp: (help) => set({ help }),
  doctor: null,
  setDoctor: (doctor) => set({ doctor }),
}));

/** Calls the doctor: to the open workspace, or else to this machine. */
export function callDoctor(): void {
  useOverlays.getState().setDoctor({ id: openWorkspace()?.id ?? null });
}
