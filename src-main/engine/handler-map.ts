import type { Result } from '@shared/contract/failure';
import type { DecodedInputOf, OperationName, OutputOf } from '@shared/contract/operations';

/** One function for each operation of the contract. */
export type HandlerMap = {
  readonly [O in OperationName]: (input: DecodedInputOf<O>) => Promise<Result<OutputOf<O>>>;
};
