import { NODATA, NOTFOUND, Resolver } from 'node:dns/promises';
import { seenAbsent } from '@main/store/seen-absent';
import type { Store } from '@main/store/store';
import type { Sync } from '@main/sync/create-sync';
import type { DnsLook } from '@shared/contract/customers';
import { failure, type Result, success } from '@shared/contract/failure';
import type { DecodedInputOf, OutputOf } from '@shared/contract/operations';
import type { RecordId } from '@shared/domain/ids';
import { afterSync, notKnownYet } from '@shared/domain/not-known-yet';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { leftAlone } from './left-alone';

interface Parts {
  readonly store: Pick<Store, 'get' | 'meta'>;
  readonly sync: Pick<Sync, 'status'>;
  readonly now: () => number;
}

const Targets = z.array(z.object({ host: z.string(), value: z.string() }));
/** How long a name server has, ms, and how often it is asked. */
const patience = { timeout: 3_000, tries: 2 };

/** Looks the records of a domain up, beside what the service says of them; never while the admin works offline on purpose. */
export async function lookUpDns(
  { store, sync, now }: Parts,
  { recordId, servers }: DecodedInputOf<'lookUpDns'>,
): Promise<Result<OutputOf<'lookUpDns'>>> {
  const alone = leftAlone(sync);
  if (alone !== null) return alone;
  const row: StoredRecord<'domain' | 'domainIntent'> | null =
    (await store.get('domain', recordId)) ?? (await store.get('domainIntent', recordId));
  if (row === null) return notHere(store, recordId);
  const targets = Targets.safeParse(row.cnameTargets).data ?? [];
  if (targets.length === 0)
    return failure(
      'not-found',
      t('The service has not said which records {name} needs.', { name: row.name }),
      t('Sync first.'),
    );
  const resolver = new Resolver(patience);
  try {
    if (servers.length > 0) resolver.setServers(servers);
  } catch {
    return failure(
      'invalid-input',
      t('{servers} names no name server.', { servers: servers.join(', ') }),
      t('Give addresses, such as 1.1.1.1 or 192.0.2.1:5353.'),
    );
  }
  const records = await Promise.all(targets.map(({ host, value }) => look(resolver, host, value)));
  return success({ at: now(), records });
}

/** It may be a domain, or one that is announced: absent where both lists were seen without it. */
async function notHere(store: Pick<Store, 'meta'>, id: RecordId): Promise<Result<never>> {
  for (const entity of ['domain', 'domainIntent'] as const)
    if (!(await seenAbsent(store, entity))(id))
      return failure('not-found', notKnownYet(entity, id), afterSync());
  return failure(
    'not-found',
    t('There is no domain {recordId}.', { recordId: id }),
    t('Choose another one.'),
  );
}

const plain = (name: string): string => name.toLowerCase().replace(/\.$/, '');

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
const isAbsent = (code: string): boolean => code === NODATA || code === NOTFOUND;

async function look(resolver: Resolver, host: string, value: string): Promise<DnsLook> {
  const told = { host, expected: value, found: [], why: '' };
  try {
    const found = (await resolver.resolveCname(host)).map(plain);
    return { ...told, found, outcome: found.includes(plain(value)) ? 'as-expected' : 'other' };
  } catch (error) {
    const why = codeOf(error);
    if (!isAbsent(why)) return { ...told, outcome: 'no-answer', why };
  }
  // A provider that flattens answers with addresses and no CNAME, some of them with those of IPv6 alone.
  for (const addresses of [resolver.resolve4(host), resolver.resolve6(host)].map(settled)) {
    const { found, why } = await addresses;
    if (why === '') return { ...told, found, outcome: 'addresses' };
    if (!isAbsent(why)) return { ...told, outcome: 'no-answer', why };
  }
  return { ...told, outcome: 'nothing' };
}

const settled = (asked: Promise<string[]>): Promise<{ readonly found: string[]; readonly why: string }> =>
  asked.then(
    (found) => ({ found, why: '' }),
    (error: unknown) => ({ found: [], why: codeOf(error) }),
  );
