import type { Effect } from '../kit/scope';

/** One request as the sandbox saw it. `status` is null when no whole answer was sent (dropped, hung, truncated). */
export type RequestEntry = {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly route: string;
  readonly status: number | null;
  /** Id of the fault rule that hit it. */
  readonly fault: string | null;
};

/** What was counted since the start or the last reset; keys of `byRoute` are `GET /organizations/:id`. */
export type TrafficReport = {
  readonly requests: number;
  /** Connections cut because the service was down. */
  readonly cut: number;
  readonly byRoute: Readonly<Record<string, number>>;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Committed changes by `entity.verb:id`; a value above 1 for a `create` never happens (ids are new each time). */
  readonly effects: Readonly<Record<string, number>>;
  /** Committed changes by `entity.verb:mark`: slug, `organization user`, `organization email`, role key. */
  readonly marks: Readonly<Record<string, number>>;
};

/** Counts requests and their effects, in memory. */
export interface Traffic {
  readonly request: (entry: RequestEntry) => void;
  readonly effect: (effect: Effect) => void;
  readonly report: () => TrafficReport;
  /** The newest entries, oldest first; at most 20,000 are kept. */
  readonly entries: () => readonly RequestEntry[];
  readonly clear: () => void;
}

const kept = 20_000;

/** Makes an empty counter. */
export const createTraffic = (): Traffic => {
  let log: RequestEntry[] = [];
  const counters = {
    byRoute: new Map<string, number>(),
    byStatus: new Map<string, number>(),
    effects: new Map<string, number>(),
    marks: new Map<string, number>(),
  };
  let requests = 0;
  let cut = 0;
  const add = (counter: Map<string, number>, key: string): void => {
    counter.set(key, (counter.get(key) ?? 0) + 1);
  };
  return {
    request: (entry) => {
      requests += 1;
      if (entry.status === null && entry.fault === null) cut += 1;
      add(counters.byRoute, `${entry.method} ${entry.route}`);
      add(counters.byStatus, String(entry.status ?? 'none'));
      log.push(entry);
      if (log.length > kept * 2) log = log.slice(-kept);
    },
    effect: ({ entity, verb, id, mark }) => {
      add(counters.effects, `${entity}.${verb}:${id}`);
      add(counters.marks, `${entity}.${verb}:${mark}`);
    },
    report: () => ({
      requests,
      cut,
      byRoute: Object.fromEntries(counters.byRoute),
      byStatus: Object.fromEntries(counters.byStatus),
      effects: Object.fromEntries(counters.effects),
      marks: Object.fromEntries(counters.marks),
    }),
    entries: () => log.slice(-kept),
    clear: () => {
      log = [];
      requests = 0;
      cut = 0;
      for (const counter of Object.values(counters)) counter.clear();
    },
  };
};
