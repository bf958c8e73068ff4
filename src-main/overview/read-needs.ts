import { readBook } from '@main/books/books';
import type { Store } from '@main/store/store';
import type { TriedBook } from '@shared/contract/access';
import type { Findings } from '@shared/contract/findings';
import type { FleetSummary } from '@shared/contract/fleet';
import { type Ending, endingName, type Need, overdue, soonDays, untried } from '@shared/contract/overview';
import { type Filter, PageQuery } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import { openStates } from '@shared/domain/intent';
import type { Scenario } from '@shared/domain/scenario';
import { type Severity, severities } from '@shared/domain/severity';
import { dayMs } from '@shared/domain/utc-day';
import type { Rows } from './rows';

export interface NeedParts {
  readonly store: Store;
  readonly rows: Rows;
  readonly scenario: Scenario;
  readonly now: () => number;
  readonly findings: { read(scope: string): Promise<Findings> };
  readonly assertions: { read(): Promise<TriedBook> };
  readonly fleet: { summary(): Promise<FleetSummary> };
  /** Access reviews that wait for decisions; `dueAt` in ms, 0 for none. */
  readonly openReviews: () => Promise<readonly { readonly name: string; readonly dueAt: number }[]>;
}

const none = { name: '', of: '', at: 0 };

/** What needs an admin, of what is staged and what the copy says; what there is none of is left out. */
export async function readNeeds(
  parts: NeedParts,
  ends: readonly Ending[],
  scope: string,
): Promise<readonly Need[]> {
  const needs = [
    ...(await changeNeeds(parts)),
    ...(await findingNeeds(parts, scope)),
    ...(await assertionNeeds(parts)),
    ...(await seatNeeds(parts, scope)),
    ...(await fleetNeeds(parts)),
    ...(await reviewNeeds(parts)),
    ...ends.map(endingNeed),
  ];
  return needs.filter(({ count }) => count > 0);
}

/** Changes that wait for somebody: those under way wait for nobody. */
async function changeNeeds({ store }: NeedParts): Promise<readonly Need[]> {
  const gravities = {
    unknown: 'warning',
    refused: 'warning',
    conflict: 'warning',
    staged: 'advice',
  } as const;
  const tally = await store.intentTally();
  return openStates.flatMap((state): Need[] => {
    if (state === 'sending') return [];
    const count = tally.reduce((sum, each) => sum + (each.state === state ? each.count : 0), 0);
    return [{ ...none, kind: state, gravity: gravities[state], count }];
  });
}

/** Records that stand open, as on the screen of findings, by severity; the check that finds most leads. */
async function findingNeeds({ findings }: NeedParts, scope: string): Promise<readonly Need[]> {
  const { outcomes } = await findings.read(scope);
  return severities.map((severity): Need => {
    const own = outcomes
      .filter(({ check }) => check.severity === severity)
      .map(({ check, total, accepted }) => ({ check, open: total - accepted }))
      .filter(({ open }) => open > 0)
      .sort((a, b) => b.open - a.open);
    const count = own.reduce((sum, { open }) => sum + open, 0);
    return { ...none, kind: 'findings', gravity: severity, count, name: own[0]?.check.title ?? '' };
  });
}

/** Assertions that do not hold, each by its name with how many are against it, and those that cannot be tried. */
async function assertionNeeds({ store, assertions }: NeedParts): Promise<readonly Need[]> {
  const names = new Map((await readBook(store, 'accessAssertion')).map(({ id, value }) => [id, value.name]));
  const { tried } = await assertions.read();
  return tried.flatMap(({ id, verdict }): Need[] => {
    const name = names.get(id);
    if (name === undefined || verdict?.holds === true) return [];
    const failing = { ...none, kind: 'assertion', gravity: 'critical', name } as const;
    return [
      verdict === null
        ? { ...failing, count: 1, of: untried }
        : { ...failing, count: verdict.offendersTotal },
    ];
  });
}

async function seatNeeds(parts: NeedParts, scope: string): Promise<readonly Need[]> {
  const withLevel = (...levels: string[]): Promise<number> =>
    counted(parts, 'organization', { field: 'seatsLevel', op: 'in', value: levels }, scope);
  return [
    { ...none, kind: 'full', gravity: 'warning', count: await withLevel('full', 'over') },
    { ...none, kind: 'near', gravity: 'advice', count: await withLevel('near') },
  ];
}

/** Of a platform: applications that drift from their baselines, and those with a domain to finish. */
async function fleetNeeds(parts: NeedParts): Promise<readonly Need[]> {
  if (parts.scenario !== 'platforms') return [];
  const unfinished: Filter = { field: 'dns', op: 'in', value: ['not_started', 'in_progress'] };
  const { drifting } = await parts.fleet.summary();
  return [
    { ...none, kind: 'drift', gravity: 'warning', count: drifting },
    {
      ...none,
      kind: 'domains',
      gravity: 'warning',
      count: await counted(parts, 'application', unfinished, ''),
    },
  ];
}

/** Reviews past their day, and those that are open; the one that is due first leads. */
async function reviewNeeds({ openReviews, now }: NeedParts): Promise<readonly Need[]> {
  const open = (await openReviews()).toSorted((a, b) => (a.dueAt || Infinity) - (b.dueAt || Infinity));
  const isLate = ({ dueAt }: (typeof open)[number]): boolean => dueAt > 0 && dueAt < now();
  const soon = now() + soonDays * dayMs;
  const need = (some: typeof open, of: string): Need => {
    const [first] = some;
    const at = first?.dueAt ?? 0;
    const gravity = at > 0 && at < soon ? 'warning' : 'advice';
    return { kind: 'review', gravity, count: some.length, name: first?.name ?? '', of, at };
  };
  return [
    need(open.filter(isLate), overdue),
    need(
      open.filter((each) => !isLate(each)),
      '',
    ),
  ];
}

function endingNeed(ending: Ending): Need {
  const gravity: Severity = 'warning';
  const at = ending.first[0]?.at ?? 0;
  return { kind: 'ending', gravity, count: ending.soon, name: ending.says, of: endingName(ending), at };
}

function counted({ rows }: NeedParts, entity: EntityName, filter: Filter, scope: string): Promise<number> {
  return rows.count(PageQuery.parse({ entity, where: [filter], limit: 1, scope }));
}
