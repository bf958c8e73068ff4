import { create } from 'zustand';

interface Overlays {
  readonly help: boolean;
  readonly setHelp: (help: boolean) => void;
}

/** What floats above the frame, besides the palette (which Mantine's spotlight keeps). */
export const useOverlays = create<Overlays>((set) => ({ help: false, setHelp: (help) => set({ help }) }));
