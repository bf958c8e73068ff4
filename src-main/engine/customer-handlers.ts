import { readCustomers, readFleet } from '@main/books/read-customers';
import type { customerOperations } from '@shared/contract/customers';
import { type Result, success } from '@shared/contract/failure';
import type { DecodedInputOf, OutputOf } from '@shared/contract/operations';
import { handedOver } from '@shared/domain/limits/handed-over';
import { agreedIn, simulateLimits } from '@shared/domain/limits/simulate';
import { countCustomers } from './count-customers';
import type { EngineParts } from './engine-parts';
import { unlessLeftAlone } from './left-alone';
import { lookUpDns } from './look-up-dns';
import { readUsage } from './read-usage';
import { importSubscriptions } from './subscription-file';

type CustomerHandlers = {
  readonly [O in keyof typeof customerOperations]: (input: DecodedInputOf<O>) => Promise<Result<OutputOf<O>>>;
};

/** The operations on what customers may use, what they use, and where their domains lead. */
export function customerHandlers({ store, identity, books, sync, now }: EngineParts): CustomerHandlers {
  return {
    customers: async ({ ids }) => success([...(await readCustomers(store, now(), ids)).values()]),
    handedLimits: async ({ id }) => success(handedOver(agreedIn(await readFleet(store, [id]), id))),
    simulateLimits: async ({ change }) => success([...simulateLimits(await readFleet(store), change, now())]),
    importSubscriptions: (asked) => importSubscriptions({ store, books, now }, asked),
    countCustomers: ({ ids }) => unlessLeftAlone(sync, () => countCustomers({ store, identity, now }, ids)),
    readUsage: ({ ids }) => unlessLeftAlone(sync, () => readUsage({ store, identity, now }, ids)),
    lookUpDns: (asked) => lookUpDns({ store, sync, now }, asked),
  };
}
