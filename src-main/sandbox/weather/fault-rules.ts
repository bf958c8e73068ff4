import { createRandom, type Random } from '../database/random';
import type { Fault } from './fault';

/** A call as fault rules see it; `path` is without `/v1` and the query. */
export type Call = { readonly method: string; readonly path: string; readonly instance: string };

/** A rule and its history. */
export type FaultReport = {
  readonly id: string;
  readonly fault: Fault;
  /** Calls that matched, whether hit or not. */
  readonly matched: number;
  /** Calls that were hit. */
  readonly fired: number;
  readonly spent: boolean;
};

/** The faults in force. */
export interface FaultRules {
  readonly add: (fault: Fault) => string;
  readonly remove: (id: string) => boolean;
  readonly clear: () => void;
  readonly report: () => readonly FaultReport[];
  /** The first rule that hits this call, if any; counts it as fired. */
  readonly take: (call: Call) => { readonly id: string; readonly fault: Fault } | undefined;
}

type Rule = {
  readonly id: string;
  readonly fault: Fault;
  readonly random: Random;
  matched: number;
  fired: number;
};

const matches = ({ match }: Fault, call: Call): boolean =>
  (match.method === undefined || match.method === call.method) &&
  (match.instance === undefined || match.instance === call.instance) &&
  (match.path === undefined || new RegExp(match.path).test(call.path));

/** Makes an empty set of rules. */
export const createFaultRules = (): FaultRules => {
  let rules: Rule[] = [];
  let made = 0;
  return {
    add: (fault) => {
      made += 1;
      const id = `fault_${made}`;
      rules.push({ id, fault, random: createRandom(`fault/${fault.seed}`), matched: 0, fired: 0 });
      return id;
    },
    remove: (id) => {
      const before = rules.length;
      rules = rules.filter((rule) => rule.id !== id);
      return rules.length < before;
    },
    clear: () => {
      rules = [];
    },
    report: () =>
      rules.map(({ id, fault, matched, fired }) => ({
        id,
        fault,
        matched,
        fired,
        spent: fired >= fault.times,
      })),
    take: (call) => {
      for (const rule of rules) {
        if (rule.fired >= rule.fault.times || !matches(rule.fault, call)) continue;
        rule.matched += 1;
        if (rule.matched <= rule.fault.skip || !rule.random.chance(rule.fault.probability)) continue;
        rule.fired += 1;
        return { id: rule.id, fault: rule.fault };
      }
      return undefined;
    },
  };
};
