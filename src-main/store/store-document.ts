import type { JsonValue } from '@shared/domain/json';

/** What a collection stores: a record, an intent, a history entry or a checkpoint, as plain JSON under its id. */
export type StoreDocument = { id: string } & { [field: string]: JsonValue };
