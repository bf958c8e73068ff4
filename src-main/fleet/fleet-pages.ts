import type { FleetCell, FleetPage, FleetQuery, FleetRow, FleetSummary } from '@shared/contract/fleet';
import type { Judged } from '@shared/domain/fleet/judge-application';
import { addVerdicts, isDrift, noVerdicts, scoreOf, Verdict } from '@shared/domain/fleet/verdict';
import { canonicalJson, type JsonValue } from '@shared/domain/json';
import { type Measured, type MeasuredApplication, nothing } from './measure';

/** The applications that a query means, in its order. Pure. */
export function queried(measured: Measured, query: FleetQuery): readonly MeasuredApplication[] {
  const { text, group, verdicts, path, value, sort } = query;
  const needle = text.trim().toLowerCase();
  const wanted = new Set(verdicts.map((verdict) => Verdict.options.indexOf(verdict)));
  const place = path === '' ? undefined : measured.paths.indexOf(path);
  const held =
    value === undefined || place === undefined
      ? undefined
      : (measured.values[place] ?? []).indexOf(canonicalJson(value));
  const found = measured.applications.filter((one) => {
    if (group !== '' && !one.groups.includes(group)) return false;
    if (needle !== '' && !`${one.name}\n${one.domain}\n${one.id}`.toLowerCase().includes(needle))
      return false;
    if (place !== undefined && (one.verdicts[place] ?? nothing) === nothing) return false;
    if (held !== undefined && (held === -1 || one.values[place ?? 0] !== held)) return false;
    if (wanted.size === 0) return true;
    return place === undefined
      ? one.verdicts.some((each) => wanted.has(each))
      : wanted.has(one.verdicts[place] ?? nothing);
  });
  const turn = sort.direction === 'asc' ? 1 : -1;
  const named = (a: MeasuredApplication, b: MeasuredApplication): number =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;
  // What cannot be told has no score, and comes last whichever way.
  const scored = (a: MeasuredApplication, b: MeasuredApplication): number => {
    if (a.score === null || b.score === null) return Number(a.score === null) - Number(b.score === null);
    return turn * (a.score - b.score);
  };
  return found.sort((a, b) => (sort.field === 'score' ? scored(a, b) || named(a, b) : turn * named(a, b)));
}

/** A page of rows; what each of them holds is judged anew. */
export async function pageOf(
  measured: Measured,
  query: FleetQuery,
  judged: (ids: readonly MeasuredApplication['id'][]) => Promise<ReadonlyMap<string, readonly Judged[]>>,
): Promise<FleetPage> {
  const all = queried(measured, query);
  const shown = all.slice(query.offset, query.offset + query.limit);
  const cells = query.cells ? await judged(shown.map(({ id }) => id)) : null;
  const rows = shown.map(({ id, name, domain, score, counts }): FleetRow => {
    const byPath = new Map((cells?.get(id) ?? []).map((one) => [one.path, cellOf(one)]));
    return {
      id,
      name,
      domain,
      score,
      counts,
      cells: cells === null ? [] : measured.paths.map((path) => byPath.get(path) ?? null),
    };
  });
  return { total: all.length, offset: query.offset, paths: [...measured.paths], rows };
}

export function cellOf({ verdict, value, found, source, missing, staged, exception }: Judged): FleetCell {
  return {
    verdict,
    expected: value,
    source,
    ...(found !== undefined && { found }),
    ...(missing.length > 0 && { missing: [...missing] }),
    ...(staged !== undefined && { staged }),
    ...(exception !== undefined && {
      exception: {
        id: exception.id,
        value: exception.value.value,
        until: exception.value.until,
        reason: exception.value.reason,
        by: exception.by,
      },
    }),
  };
}

const mostValues = 12;

/** The figures above the matrix. Pure. */
export function summaryOf({ paths, applications, values, counts }: Measured): FleetSummary {
  const settings = paths.map((path, place) => {
    const own = noVerdicts();
    const held = new Map<number, number>();
    for (const one of applications) {
      const verdict = Verdict.options[one.verdicts[place] ?? nothing];
      if (verdict === undefined) continue;
      own[verdict] += 1;
      const value = one.values[place] ?? -1;
      if (value >= 0) held.set(value, (held.get(value) ?? 0) + 1);
    }
    const most = [...held].sort(([, a], [, b]) => b - a).slice(0, mostValues);
    const told = most.map(([value, count]) => ({
      value: JSON.parse(values[place]?.[value] ?? 'null') as JsonValue,
      count,
    }));
    return { path, counts: own, values: told };
  });
  const drifting = applications.filter((one) =>
    Verdict.options.some((verdict) => isDrift(verdict) && one.counts[verdict] > 0),
  ).length;
  const all = noVerdicts();
  addVerdicts(all, counts);
  return { applications: applications.length, drifting, score: scoreOf(all), counts: all, settings };
}
