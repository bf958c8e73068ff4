import type { Engine } from '@main/engine/engine';
import { failure, type Result, success } from '@shared/contract/failure';
import { type FindingOutcome, mostHits } from '@shared/contract/findings';
import type { OutputOf } from '@shared/contract/operations';
import { entityWords } from '@shared/domain/entity';
import { acceptanceId } from '@shared/domain/findings/acceptance';
import type { Hit } from '@shared/domain/findings/finding';
import { type Severity, severities } from '@shared/domain/severity';
import { checkScope } from './check-scope';
import { exitCodeOf, exitCodes } from './exit-code';

export interface FindingsOptions {
  /** Only checks of this severity. */
  readonly severity?: Severity;
  /** From this severity on an open finding ends with 5. */
  readonly failOn: Severity | 'none';
  /** Id of an organization: only what is its own. */
  readonly org?: string;
  /** Lists what is accepted as well. */
  readonly accepted?: boolean;
}

type Told = FindingOutcome['check'] &
  Omit<FindingOutcome, 'check'> & { readonly open: number; readonly hits: readonly Hit[] };

/** How scripts are told of severities; the window's words are `critical`, `warning` and `advice`. */
export const levels = { critical: 'high', warning: 'medium', advice: 'low' } as const;

/** One record that a check hits. */
interface Found extends Omit<Hit, 'fix'> {
  readonly check: string;
  readonly severity: (typeof levels)[Severity];
  readonly why: string;
  readonly fix?: Hit['fix'];
}

export interface FoundReport {
  /** ms */
  readonly triedAt: number;
  /** What stands open, worst first; with `accepted` that as well. */
  readonly findings: readonly Found[];
  /** What each check came to, those that could not be tried included. */
  readonly checks: readonly Omit<Told, 'hits'>[];
  /** Of the checks that `failOn` counts: what keeps anybody from saying that nothing else is open, each in a sentence. */
  readonly notKnown: readonly { readonly check: string; readonly why: string; readonly next: string }[];
  /** Of the whole instance; of one organization none is kept. */
  readonly trend: OutputOf<'findings'>['trend'];
}

/** Tries every check over the copy as it is, and tells what each came to: those that could not be tried included. */
export async function findings(
  engine: Engine,
  { severity, failOn, org: scope = '', accepted = false }: FindingsOptions,
): Promise<Result<FoundReport>> {
  const known = await checkScope(engine, 'organization', scope, '--org');
  if (!known.ok) return known;
  const looked = await engine.call('tryFindings', {});
  if (!looked.ok) return looked;
  const tried = scope === '' ? looked : await engine.call('findings', { scope });
  if (!tried.ok) return tried;
  const { triedAt, outcomes, trend } = tried.value;
  const told: Told[] = [];
  for (const { check, ...outcome } of outcomes) {
    if (severity !== undefined && check.severity !== severity) continue;
    const hits = await engine.call('findingHits', { check: check.id, scope, accepted, limit: mostHits });
    if (!hits.ok) return hits;
    const open = outcome.total - outcome.accepted;
    told.push({ ...check, ...outcome, open, hits: hits.value.hits });
  }
  const found = told.flatMap(({ id, severity: level, why, hits }) =>
    hits.map(({ fix, ...hit }): Found => {
      return { check: id, severity: levels[level], why, ...hit, ...(fix !== null && { fix }) };
    }),
  );
  const counts = countedBy(failOn);
  const notKnown = told.filter((check) => counts.includes(check.severity)).flatMap(gapIn);
  for (const { why, next } of notKnown) process.stderr.write(`${why} ${next}\n`);
  const checks = told.map(({ hits: _, ...check }) => check);
  return success({ triedAt, findings: found, checks, notKnown, trend });
}

const countedBy = (failOn: FindingsOptions['failOn']): readonly Severity[] =>
  failOn === 'none' ? [] : severities.slice(0, severities.indexOf(failOn) + 1);

/** What a check leaves open although it names nobody: it was not tried, or goes by records that nobody could read. */
function gapIn({
  id,
  title,
  state,
  applies,
  reason,
  next,
  notKnown,
  incomplete,
}: Told): FoundReport['notKnown'] {
  const gap = (why: string, what: string) => [{ check: id, why: `Not known: ${title}. ${why}`, next: what }];
  if (state === 'untried') return applies ? gap(reason, next) : [];
  const unread = incomplete.map((each) => `${each.unread} ${entityWords[each.entity].many}`);
  if (unread.length > 0)
    return gap(
      `${unread.join(' and ')} could not be read.`,
      'status names them: mend them there, then pull.',
    );
  if (notKnown === 0) return [];
  return gap(
    `Of ${notKnown} records it cannot be told (blind of the check, in checks, names them).`,
    `Look at them there, and answer for them: accept-finding ${id} --record ID --reason TEXT.`,
  );
}

/** 5 where something of that severity, or worse, stands open; else 3 where nobody can say that nothing does. */
export const findingsCode =
  (failOn: FindingsOptions['failOn']) =>
  ({ checks, notKnown }: FoundReport): number => {
    const counts = countedBy(failOn);
    if (checks.some(({ severity, open }) => open > 0 && counts.includes(severity)))
      return exitCodes.conflicts;
    return notKnown.length > 0 ? exitCodeOf('incomplete') : exitCodes.done;
  };

export interface AcceptOptions {
  /** Id of the record; all that the check finds without. */
  readonly record?: string;
  readonly reason: string;
  /** ms */
  readonly until?: number;
  readonly by: string;
}

/** Somebody answers for what a check finds. A check or a record that is none is refused: it would never be told. */
export async function acceptFinding(
  engine: Engine,
  check: string,
  { record = '', reason, until, by }: AcceptOptions,
): Promise<Result<OutputOf<'writeBook'>[number]>> {
  const tried = await engine.call('tryFindings', {});
  if (!tried.ok) return tried;
  const hits = await engine.call('findingHits', { check, record, accepted: true, limit: 1 });
  if (!hits.ok) return hits;
  const { blind = [] } = tried.value.outcomes.find((outcome) => outcome.check.id === check) ?? {};
  const [found] = hits.value.hits;
  const hit = found ?? blind.find(({ recordId }) => recordId === record);
  if (record !== '' && hit === undefined)
    return failure(
      'not-found',
      `The check "${check}" neither finds ${record} nor fails to tell of it. Nothing was kept.`,
      nextOf(check),
    );
  const id = acceptanceId(check, record);
  const value = {
    check,
    recordId: record,
    name: record === '' ? '' : (hit?.name ?? ''),
    notKnown: record !== '' && found === undefined,
    until: until ?? null,
    reason,
  };
  const written = await engine.call('writeBook', {
    book: 'findingAcceptance',
    put: [{ id, value }],
    by,
    why: reason,
  });
  if (!written.ok) return written;
  const kept = written.value.find((entry) => entry.id === id);
  return kept === undefined ? failure('internal', 'It was not kept.', 'Try again.') : success(kept);
}

/** Takes an acceptance back: what it was about is a finding again. */
export async function takeBackAcceptance(
  engine: Engine,
  check: string,
  { record = '', by }: Pick<AcceptOptions, 'record' | 'by'>,
): Promise<Result<{ readonly takenBack: string }>> {
  const id = acceptanceId(check, record);
  const held = await engine.call('book', { book: 'findingAcceptance' });
  if (!held.ok) return held;
  if (!held.value.some((entry) => entry.id === id))
    return failure(
      'not-found',
      `Nothing of the check "${check}" was accepted${record === '' ? ' as a whole' : ` for ${record}`}.`,
      'List what is accepted with: book findingAcceptance.',
    );
  const removed = await engine.call('writeBook', { book: 'findingAcceptance', remove: [id], by });
  return removed.ok ? success({ takenBack: id }) : removed;
}

const nextOf = (check: string): string => `List what it finds with: findings --accepted, under ${check}.`;
