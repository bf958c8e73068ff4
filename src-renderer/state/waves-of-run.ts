import type { InputOf } from '@shared/contract/operations';
import type { Plan } from '@shared/contract/plan';
import { RecordId } from '@shared/domain/ids';
import { parseWaves, type Wave, wavesOf } from '@shared/domain/plan/waves';
import type { Run } from './run-of';
import type { WaveChoice } from './use-review';

/** With fewer there is nothing to try first. */
const fewest = 3;

type Planned = Pick<Plan, 'units'>;

/** The customers that a run is about, in the order in which they would go; none where waves make no sense. Pure. */
export function customersOfRun({ units }: Planned, { going: ids }: Run): Wave['customers'] {
  const going = new Set(ids);
  const touched = units
    .flatMap(({ customers }) => customers)
    .filter((customer) => customer.intentIds.some((id) => going.has(id)));
  return touched.length < fewest ? [] : touched;
}

export interface RunInWaves {
  readonly waves: readonly Wave[];
  /** What is wrong with what was chosen, as a sentence; '' where nothing is. */
  readonly fault: string;
  readonly request: NonNullable<InputOf<'apply'>['waves']>;
}

/** A run as it goes in the waves that were chosen; null: all at once. Pure. */
export function wavesOfRun(plan: Planned, run: Run, choice: WaveChoice | null): RunInWaves | null {
  const customers = customersOfRun(plan, run);
  if (choice === null || customers.length === 0) return null;
  const parsed = parseWaves(choice.sizes);
  const first = customers.find(({ id }) => id === choice.first)?.id;
  const sizes = 'fault' in parsed ? [] : parsed.sizes;
  const going = new Set(run.going);
  return {
    waves: wavesOf(plan.units, (id) => going.has(id), { sizes, first }),
    fault: 'fault' in parsed ? parsed.fault : '',
    request: {
      sizes: [...sizes],
      ...(first !== undefined && { first: RecordId.parse(first) }),
      between: choice.between,
    },
  };
}
