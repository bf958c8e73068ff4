import type { Outcome } from '../kit/outcome';
import { mutate } from '../rules/mutate';
import { type PlatformRecord, platformRecords } from './platform-records';
import { platformRefusals } from './platform-refusals';
import { findApplication, type PlatformScope } from './platform-scope';

type Transfer = { readonly application: string; readonly code: string; readonly canceled_at: number | null };

const transfers = platformRecords<Transfer>('transfer', 'appxfer');

/** A transfer that nobody completes ends after this, ms (spec). */
const lastsMs = 24 * 3_600_000;

const statusOf = (scope: PlatformScope, { data, created_at: at }: PlatformRecord<Transfer>): string =>
  data.canceled_at !== null ? 'canceled' : scope.now() >= at + lastsMs ? 'expired' : 'pending';

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Spec: `PlatformApplicationTransferResponse`. The sandbox has no second workspace: none is ever completed. */
const transferView =
  (scope: PlatformScope) =>
  (record: PlatformRecord<Transfer>): object => ({
    object: 'application_transfer',
    id: record.id,
    code: record.data.code,
    application_id: record.data.application,
    status: statusOf(scope, record),
    expires_at: iso(record.created_at + lastsMs),
    created_at: iso(record.created_at),
    canceled_at: iso(record.data.canceled_at),
    completed_at: null,
  });

/** Those of the given states (all where none is named), newest first: with their views. */
export const transfersShown = (scope: PlatformScope, states: readonly string[]) =>
  transfers
    .all(scope)
    .filter((record) => states.length === 0 || states.includes(statusOf(scope, record)))
    .map((record) => ({ id: record.id, view: transferView(scope)(record) }));

/** Offers an application to another workspace. Refuses with 404, and (409) while one is pending. */
export const createTransfer = (scope: PlatformScope, application: string): Outcome<object> =>
  mutate({ ...scope, instance: '' }, () => {
    const found = findApplication(scope, application);
    if (!found.ok) return found;
    const open = transfers
      .all(scope)
      .some((one) => one.data.application === application && statusOf(scope, one) === 'pending');
    if (open) return platformRefusals.transferPending();
    const code = scope.mint('appxfer').slice(-12);
    return {
      ok: true,
      value: transferView(scope)(transfers.add(scope, { application, code, canceled_at: null })),
    };
  });

const find = (scope: PlatformScope, application: string, id: string): Outcome<PlatformRecord<Transfer>> => {
  const found = transfers.find(scope, id);
  return found.ok && found.value.data.application !== application
    ? platformRefusals.recordNotFound(id)
    : found;
};

/** Refuses with 404. */
export const showTransfer = (scope: PlatformScope, application: string, id: string): Outcome<object> => {
  const found = find(scope, application, id);
  return found.ok ? { ok: true, value: transferView(scope)(found.value) } : found;
};

/** Refuses with 404, and (409) one that is not pending. */
export const cancelTransfer = (scope: PlatformScope, application: string, id: string): Outcome<object> =>
  mutate({ ...scope, instance: '' }, () => {
    const found = find(scope, application, id);
    if (!found.ok) return found;
    if (statusOf(scope, found.value) !== 'pending') return platformRefusals.notPending(409, 'transfer');
    const data = { ...found.value.data, canceled_at: scope.now() };
    transfers.set(scope, id, data);
    return { ok: true, value: transferView(scope)({ ...found.value, data }) };
  });
