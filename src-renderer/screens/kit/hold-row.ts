import { createContext, use } from 'react';

export type HoldRow = (id: string) => void;

/** Keeps the row of a cell that is edited in its place, in tables that sort by what is edited. */
export const HoldRowContext = createContext<HoldRow>(() => undefined);

export const useHoldRow = (): HoldRow => use(HoldRowContext);
