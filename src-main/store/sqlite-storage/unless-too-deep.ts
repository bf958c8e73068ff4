import { StoreError } from './store-error';

/** What making a text gives; a `StoreError` where what is written nests so deep that there is none. */
export function unlessTooDeep<Made>(make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Without its cause: transactions throw on what stands behind an error.
    throw new StoreError('too-deep', 'A document nests deeper than its text can be made.');
  }
}
