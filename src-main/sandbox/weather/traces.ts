import { createHash } from 'node:crypto';

/** Numbers the answers of a sandbox: the same calls get the same ids in every run of a seed. */
export interface Traces {
  /** The id of the next answer: 32 hexadecimal digits. */
  readonly next: () => string;
  /** Begins anew. */
  readonly clear: () => void;
}

/** Makes trace ids. @param name what decides them, such as `northwind/1`. */
export const createTraces = (name: string): Traces => {
  let given = 0;
  return {
    next: () => {
      given += 1;
      return createHash('sha256').update(`${name}/trace/${given}`).digest('hex').slice(0, 32);
    },
    clear: () => {
      given = 0;
    },
  };
};
