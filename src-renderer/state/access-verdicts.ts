import { useFeed } from '@renderer/bridge/use-feed';
import type { TriedBook } from '@shared/contract/access';

/** What became of the assertions when they were tried last, as the service has it; undefined before that is known. */
export const useVerdicts = (): TriedBook | undefined => useFeed('accessVerdicts', {}).value;

/** Assertions that do not hold, or cannot be tried. */
export const failing = ({ tried }: TriedBook): TriedBook['tried'] =>
  tried.filter(({ verdict }) => verdict?.holds !== true);
