import { hasConfig } from './editable-fields';
import { canonicalJson, type JsonValue } from './json';
import type { PlanStep } from './plan/plan-step';
import { reachBy } from './policy-reach';

type Change = Pick<PlanStep, 'entity' | 'verb' | 'field' | 'mine' | 'recordId' | 'label'>;

/** A value of a setting that meets people who are here already. */
export interface MetPolicy {
  readonly path: string;
  readonly value: JsonValue;
  /** Applications that get it, by id, with their names. */
  readonly applications: ReadonlyMap<string, string>;
}

/** The policies among changes that people feel at their next sign-in, each value once with all the applications that get it. Pure. */
export function metPolicies(changes: readonly Change[]): readonly MetPolicy[] {
  const met = new Map<
    string,
    Omit<MetPolicy, 'applications'> & { readonly applications: Map<string, string> }
  >();
  for (const { entity, verb, field: path, mine: value, recordId, label } of changes) {
    if (verb !== 'update' || !hasConfig(entity) || reachBy(path, value) === undefined) continue;
    const key = `${path} ${canonicalJson(value)}`;
    const known = met.get(key) ?? { path, value, applications: new Map() };
    known.applications.set(recordId, label);
    met.set(key, known);
  }
  return [...met.values()];
}
