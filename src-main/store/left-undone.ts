import { StoreError } from './sqlite-storage/store-error';

/**
 * What becomes of an error of work behind the scenes, which nobody waits for: a line of the log (stderr; the shell keeps that of an
 * engine) says what was left undone, and why. A store that was closed meanwhile is no error.
 *
 * @param work as the subject of a sentence, such as `Trying the checks`
 */
export function leftUndone(work: string): (error: unknown) => void {
  return (error) => {
    if (error instanceof StoreError && error.code === 'closed') return;
    const why =
      error instanceof StoreError
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error);
    process.stderr.write(`${work} was left undone. ${why}\n`);
  };
}
