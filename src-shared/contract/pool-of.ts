import type { WorkspaceInfo } from './workspace-info';

type Pool = Pick<WorkspaceInfo, 'platform' | 'environment'>;

/** A copy of the people of an application's development instance; in those made before that was kept the workspace tells it. */
export const isOfDevelopment = ({ platform, environment }: Pool): boolean =>
  (platform?.instance?.environment ?? environment) === 'development';

/** Of the copies of one application's pools the one that is opened, the oldest first: production before development. Pure. */
export const mainCopy = <T>(copies: readonly T[], poolOf: (copy: T) => Pool): T | undefined =>
  copies.find((copy) => !isOfDevelopment(poolOf(copy))) ?? copies[0];

/** Of copies of pools those whose people are the application's: of development only where nothing else of it is copied. Pure. */
export function peoplesCopies<T>(copies: readonly T[], poolOf: (copy: T) => Pool): readonly T[] {
  const idOf = (copy: T): string | undefined => poolOf(copy).platform?.applicationId;
  const produced = new Set(copies.filter((copy) => !isOfDevelopment(poolOf(copy))).map(idOf));
  return copies.filter((copy) => !isOfDevelopment(poolOf(copy)) || !produced.has(idOf(copy)));
}
