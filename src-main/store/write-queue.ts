export type WriteQueue = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs work one after the other, in the order asked; a failure of one does not stop the next. */
export function createWriteQueue(): WriteQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
