import { createIdentity } from '@main/identity/create-identity';
import type { Identity, IdentityOptions } from '@main/identity/identity';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import type { EntityName } from '@shared/domain/entity';
import { project } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';

/** A small service for one test file; close it in `afterAll`. */
export function startService(): Promise<Sandbox> {
  return startSandbox({ world: 'northwind', seed: 7, scale: 0.05, limits: 'none' });
}

export function clientOf(sandbox: Sandbox, options: Partial<IdentityOptions> = {}): Identity {
  return createIdentity({
    url: sandbox.url,
    apiKey: sandbox.secretKey,
    fetch,
    now: Date.now,
    timeoutMs: 2_000,
    ...options,
  });
}

/** The value of a result that must be one. */
export function valueIn<T>(result: RemoteResult<T>): T {
  if (!result.ok) throw new Error(`${result.failure.kind} ${result.failure.code}: ${result.failure.message}`);
  return result.value;
}

/** The record as a stored row, as sync would have written it. */
export function rowOf<E extends EntityName>(entity: E, record: RemoteRecord<E>): StoredRecord<E> {
  const row = project(entity, record, [], { hash: '', sweep: 1, fetchedAt: 0 });
  if (row === null) throw new Error('a server row always shows');
  return row;
}

/** Stored rows of the first records of an entity. */
export async function rowsOf<E extends EntityName>(
  identity: Identity,
  entity: E,
): Promise<readonly StoredRecord<E>[]> {
  const page = valueIn(await identity.fetchPage(entity, { offset: 0, limit: 500 }));
  return page.records.map((record) => rowOf(entity, record));
}
