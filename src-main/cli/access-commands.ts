import type { Engine } from '@main/engine/engine';
import type {
  AccessDifference,
  AccessMoment,
  Holder,
  HolderPage,
  PersonAccess,
  TriedAssertions,
} from '@shared/contract/access';
import { failure, type Result, success } from '@shared/contract/failure';
import { type AccessAnswer, type Blocker, isBarred } from '@shared/domain/access/access-answer';
import { Assertion } from '@shared/domain/access/assertion';
import { entityWords } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import { z } from 'zod';
import { exitCodes } from './exit-code';
import { firstFaults } from './first-faults';
import { calledIn, readJsonFile } from './read-json-file';

export interface MomentOptions {
  /** ms */
  readonly asOf?: number;
  readonly afterReconcile?: boolean;
}

export interface AccessOptions extends MomentOptions {
  /** Id of an organization. */
  readonly org?: string;
  readonly blocked?: boolean;
  readonly expect?: 'allowed' | 'denied';
}

const momentOf = ({ asOf, afterReconcile }: MomentOptions): AccessMoment =>
  asOf === undefined ? { kind: afterReconcile ? 'after' : 'now' } : { kind: 'at', at: asOf };

/** Everybody who holds a permission, all pages of them. */
export async function whoCan(
  engine: Engine,
  permissionKey: string,
  options: AccessOptions,
): Promise<Result<{ readonly holders: readonly Holder[] }>> {
  const holders: Holder[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Result<HolderPage> = await engine.call('whoCan', {
      permissionKey,
      ...(options.org !== undefined && { organizationId: options.org }),
      blocked: options.blocked ?? false,
      when: momentOf(options),
      cursor,
      limit: 500,
    });
    if (!page.ok) return page;
    holders.push(...page.value.holders);
    cursor = page.value.next;
  }
  return success({ holders });
}

export async function whatCan(
  engine: Engine,
  who: string,
  options: AccessOptions,
): Promise<Result<PersonAccess>> {
  const userId = await findPersonId(engine, who, options);
  if (!userId.ok) return userId;
  const found = await engine.call('whatCan', {
    userId: userId.value,
    blocked: options.blocked ?? false,
    when: momentOf(options),
  });
  return found.ok && found.value.person === null ? noPerson(who) : found;
}

export async function why(
  engine: Engine,
  who: string,
  permissionKey: string,
  options: AccessOptions & { readonly org: string },
): Promise<Result<AccessAnswer>> {
  const userId = await findPersonId(engine, who, options);
  if (!userId.ok) return userId;
  const organizationId = RecordId.safeParse(options.org);
  if (!organizationId.success)
    return failure('not-found', 'There is no such organization.', 'List organizations for their ids.');
  const answer = await engine.call('why', {
    userId: userId.value,
    permissionKey,
    organizationId: organizationId.data,
    when: momentOf(options),
  });
  const nothing = answer.ok ? answer.value.blockers.find(({ kind }) => misnamed.has(kind)) : undefined;
  return nothing === undefined
    ? answer
    : failure('not-found', nothing.text, `List ${entityWords[nothing.entity].many} for what there is.`);
}

/** What is asked about is not there: "does not hold it" would be true, and say nothing. */
const misnamed: ReadonlySet<Blocker['kind']> = new Set(['no-person', 'no-organization', 'permission-off']);

export interface DifferenceOptions {
  readonly permission?: string;
  readonly person?: string;
  readonly org?: string;
  readonly from?: number;
  readonly to?: number;
}

/** From one moment to another: by default from now to after reconcile; from a past moment to now. */
export async function difference(
  engine: Engine,
  options: DifferenceOptions,
): Promise<Result<AccessDifference>> {
  const { permission: permissionKey, person, org, from, to } = options;
  const userId =
    person === undefined ? success(undefined) : await findPersonId(engine, person, { asOf: from ?? to });
  if (!userId.ok) return userId;
  return engine.call('accessDifference', {
    ...(userId.value !== undefined && { userId: userId.value }),
    ...(permissionKey !== undefined && { permissionKey }),
    ...(org !== undefined && { organizationId: org }),
    from: momentOf({ ...(from !== undefined && { asOf: from }) }),
    to: momentOf({ afterReconcile: from === undefined, ...(to !== undefined && { asOf: to }) }),
    limit: 2_000,
  });
}

/** Tries the assertions of a JSON file; `-` reads standard input. */
export async function assertAccess(
  engine: Engine,
  file: string,
  options: MomentOptions,
): Promise<Result<TriedAssertions>> {
  const read = await readJsonFile(file, 'tried');
  if (!read.ok) return read;
  const decoded = z.array(Assertion).min(1).safeParse(read.value);
  if (decoded.success)
    return engine.call('tryAssertions', { assertions: decoded.data, when: momentOf(options) });
  return failure(
    'invalid-input',
    `${calledIn(file)} does not hold a JSON array of assertions: ${firstFaults(decoded.error)}. Nothing was tried.`,
    'The format is in docs/cli.md.',
  );
}

/** Whether somebody is among them whom nothing bars: `--blocked` lists the others too. */
export const isHeld = ({ holders }: { readonly holders: readonly Pick<Holder, 'blockers'>[] }): boolean =>
  holders.some((holder) => !isBarred(holder));

/** Whether a person holds anything. */
export const holdsAny = (access: PersonAccess): boolean =>
  !isBarred(access) && access.organizations.some(({ permissions }) => permissions.length > 0);

/** 5 where it is otherwise than a script expects. */
export const expected =
  <T>(expect: AccessOptions['expect'], isAllowed: (value: T) => boolean) =>
  (value: T): number =>
    expect === undefined || isAllowed(value) === (expect === 'allowed')
      ? exitCodes.done
      : exitCodes.conflicts;

export const assertCode = ({ assertions }: TriedAssertions): number =>
  assertions.every(({ holds }) => holds) ? exitCodes.done : exitCodes.conflicts;

const noPerson = (who: string): Result<never> =>
  failure('not-found', `There is no person "${who}" at that moment.`, 'List people for their ids.');

/** A person by id or by their address; as of a moment, an id that is not known now may be one that was. */
async function findPersonId(engine: Engine, who: string, { asOf }: MomentOptions): Promise<Result<RecordId>> {
  const id = RecordId.safeParse(who);
  if (!id.success) return noPerson(who);
  const own = await engine.call('record', { entity: 'user', id: id.data });
  if (!own.ok) return own;
  if (own.value.record !== null) return success(id.data);
  const where = [{ field: 'email', op: 'eq' as const, value: who }];
  const found = await engine.call('page', { entity: 'user', where, limit: 2 });
  if (!found.ok) return found;
  const [one, other] = found.value.rows;
  if (other !== undefined)
    return failure('invalid-input', `Several people have the address ${who}.`, 'Give the id of one.');
  if (one !== undefined) return success(RecordId.parse(one.id));
  return asOf === undefined ? noPerson(who) : success(id.data);
}
