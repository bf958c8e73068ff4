import { createBooks } from '@main/books/books';
import { readTold } from '@main/engine/queries';
import { createFindings } from '@main/findings/create-findings';
import type { Store } from '@main/store/store';
import type { Failure } from '@shared/contract/failure';
import { type FindingOutcome, findingOperations } from '@shared/contract/findings';
import { capabilitiesOf } from '@shared/domain/capabilities';
import { type EntityName, entitiesOf } from '@shared/domain/entity';
import type { Scenario } from '@shared/domain/scenario';
import { expect, onTestFinished, vi } from 'vitest';
import { valueIn } from '../support/value-in';

/** As much of an engine as findings stand on, over a store that was swept. */
export function over(
  store: Store,
  more: {
    production?: boolean;
    asOf?: number;
    scenario?: Scenario;
    organizations?: boolean;
    /** Why lists were not read. */
    failures?: ReadonlyMap<EntityName, Failure>;
  } = {},
) {
  let skipped = 0;
  const now = (): number => Date.now() + skipped;
  const { scenario = 'b2b', organizations: enabled = true } = more;
  const known = {
    entities: entitiesOf(scenario, false),
    failures: more.failures ?? new Map(),
    organizationSettings: { enabled },
  };
  const findings = createFindings({
    store,
    rows: (query) => readTold({ store, now }, query),
    capabilities: async () => capabilitiesOf(known),
    scenario,
    production: more.production ?? true,
    asOf: () => more.asOf ?? 1,
    now,
  });
  onTestFinished(() => findings.stop());
  return { findings, books: createBooks(store, now), skip: (ms: number) => (skipped += ms) };
}
type Rigged = ReturnType<typeof over>;

export const outcomeIn = (
  all: { readonly outcomes: readonly FindingOutcome[] },
  id: string,
): FindingOutcome => {
  const found = all.outcomes.find(({ check }) => check.id === id);
  if (found === undefined) throw new Error(`no check ${id}`);
  return found;
};
export const look = async ({ findings }: Rigged, id: string) =>
  outcomeIn(valueIn(await findings.tryAll()), id);
export const hitsOf = async ({ findings }: Rigged, check: string, accepted = false, scope = '') =>
  valueIn(await findings.hits(findingOperations.findingHits.input.parse({ check, accepted, scope }))).hits;
/** What is kept once it is as wanted: acceptances are counted behind their write. */
export const settled = (rigged: Rigged, id: string, accepted: number) =>
  vi.waitFor(async () => expect(outcomeIn(await rigged.findings.read(), id).accepted).toBe(accepted));

/** Writes what Ada answers for, and takes entries out. */
export const acceptanceWriter =
  ({ books }: Rigged) =>
  (put: readonly { id: string; value: object }[], remove: readonly string[] = []) =>
    books.write({
      ...{ book: 'findingAcceptance', by: 'Ada', why: '' },
      ...{ put: [...put] as never, remove: [...remove] },
    });
