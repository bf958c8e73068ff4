import { NODATA, NOTFOUND, Resolver } from 'node:dns/promises';
import type { Store } from '@main/store/store';
import type { Sync } from '@main/sync/create-sync';
import type { DnsLook } from '@shared/contract/customers';
import { failure, type Result, success } from '@shared/contract/failure';
import type { DecodedInputOf, OutputOf } from '@shared/contract/operations';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { z } from 'zod';

interface Parts {
  readonly store: Pick<Store, 'get'>;
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
  const { freshness } = sync.status();
  if (freshness.kind === 'offline' && freshness.by === 'choice')
    return failure('offline', 'You work offline: no name server was asked.', 'Go online, and look again.');
  const row: StoredRecord<'domain' | 'domainIntent'> | null =
    (await store.get('domain', recordId)) ?? (await store.get('domainIntent', recordId));
  const targets = Targets.safeParse(row?.cnameTargets ?? []).data ?? [];
  if (row === null || targets.length === 0)
    return failure(
      'not-found',
      row === null
        ? `There is no domain ${recordId}.`
        : `The service has not said which records ${row.name} needs.`,
      'Sync first.',
    );
  const resolver = new Resolver(patience);
  try {
    if (servers.length > 0) resolver.setServers(servers);
  } catch {
    return failure(
      'invalid-input',
      `${servers.join(', ')} names no name server.`,
      'Give addresses, such as 1.1.1.1 or 192.0.2.1:5353.',
    );
  }
  const records = await Promise.all(targets.map(({ host, value }) => look(resolver, host, value)));
  return success({ at: now(), records });
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
  // A provider that flattens answers with addresses and no CNAME.
  try {
    return { ...told, found: await resolver.resolve4(host), outcome: 'addresses' };
  } catch (error) {
    const why = codeOf(error);
    return isAbsent(why) ? { ...told, outcome: 'nothing' } : { ...told, outcome: 'no-answer', why };
  }
}
