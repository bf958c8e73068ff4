import { setImmediate as breathe } from 'node:timers/promises';
import { failure, type Result, success } from '@shared/contract/failure';
import { type DriftSince, FleetQuery, type fleetOperations } from '@shared/contract/fleet';
import { configPrefix } from '@shared/domain/config-field';
import type { Judged } from '@shared/domain/fleet/judge-application';
import { isDrift, noVerdicts, scoreOf } from '@shared/domain/fleet/verdict';
import type { HistoryEntry } from '@shared/domain/history-entry';
import type { RecordId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import type { z } from 'zod';
import { queried } from './fleet-pages';
import { chunk, type JudgedBy, type Measured } from './measure';
import type { MeasuredBy } from './measured-by';

export type DriftReport = z.infer<(typeof fleetOperations)['fleetDrift']['output']>;
type Deviation = DriftReport['deviations'][number];

interface Looked extends MeasuredBy {
  /** Id of a group; '' for the whole fleet. */
  readonly group: string;
  /** One setting; '' for all of them. */
  readonly path: string;
}

interface Reads {
  readonly judgedBy: JudgedBy;
  readonly pastOf: (applicationId: RecordId) => Promise<readonly HistoryEntry[]>;
}

/** Everything that is other than its baseline, setting by setting, and since when; some applications at a time. */
export async function findDrift(
  all: Measured,
  { group, path, judge, leftOut }: Looked,
  { judgedBy, pastOf }: Reads,
): Promise<Result<DriftReport>> {
  const chosen = queried(all, FleetQuery.parse({ group })).filter(({ id }) => !leftOut.has(id));
  const counts = noVerdicts();
  /** Settings that somebody holds, or nobody does: whoever holds none of a name may have no such setting. */
  const held = new Map<string, boolean>();
  const deviations: Deviation[] = [];
  for (let from = 0; from < chosen.length; from += chunk) {
    const some = chosen.slice(from, from + chunk);
    const judged = await judgedBy(
      judge,
      some.map(({ id }) => id),
    );
    for (const { id, name } of some) {
      const asked = (judged.get(id) ?? []).filter((one) => isAsked(one, path, leftOut));
      for (const { path: setting, verdict, found } of asked) {
        held.set(setting, found !== undefined || held.get(setting) === true);
        counts[verdict] += 1;
      }
      deviations.push(...(await deviationsOf(id, name, asked, pastOf)));
    }
    await breathe();
  }
  const strange = [...held].filter(([setting, some]) => !some && !isDescribed(all, setting));
  if (strange.length === 0) return success({ deviations, score: scoreOf(counts), counts });
  const names = strange.map(([setting]) => setting.slice(configPrefix.length)).join(', ');
  return failure(
    'not-found',
    t('No application has {names}, and the copied schema does not name it: nothing can be measured by it.', {
      names,
    }),
    t('Look how it is spelt, and pull where the copy is old.'),
  );
}

const isAsked = ({ path }: Judged, wanted: string, leftOut: ReadonlySet<string>): boolean =>
  (wanted === '' || path === wanted) && !leftOut.has(path);

/** What drifts of one application; its past is read only where something does. */
async function deviationsOf(
  applicationId: RecordId,
  name: string,
  judged: readonly Judged[],
  pastOf: Reads['pastOf'],
): Promise<readonly Deviation[]> {
  const drifting = judged.filter(({ verdict, found }) => isDrift(verdict) && found !== undefined);
  if (drifting.length === 0) return [];
  const past = await pastOf(applicationId);
  return drifting.map(({ path, verdict, value: expected, found = null, source }) => ({
    applicationId,
    name,
    setting: path.slice(configPrefix.length),
    expected,
    found,
    verdict,
    baseline: source.name,
    ...cameFrom(sinceIn(past, path)),
  }));
}

const cameFrom = (since: DriftSince): Pick<Deviation, 'since' | 'by'> =>
  since === null
    ? { since: null, by: null }
    : { since: since.at, by: since.source === 'local' ? 'here' : 'service' };

/** When the value that is held now came to be, as far as the history of its application tells. */
export function sinceIn(past: readonly HistoryEntry[], path: string): DriftSince {
  const came = past.find(({ fields }) =>
    fields.some(({ field }) => field === path || field.startsWith(`${path}.`)),
  );
  return came === undefined ? null : { at: came.at, source: came.source };
}

/** Whether the copied schema names a setting, or settings inside of it. */
const isDescribed = ({ facts }: Measured, path: string): boolean =>
  [...facts.settings.keys()].some((known) => known === path || known.startsWith(`${path}.`));
