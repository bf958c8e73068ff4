import { z } from 'zod';
import { t } from '../../language/t';
import { IntentId } from '../ids';

/** What a wave takes: so many customers, a share of all of them, or all that are left. */
export const WaveSize = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), count: z.number().int().min(1) }),
  z.object({ kind: z.literal('percent'), percent: z.number().int().min(1).max(100) }),
  z.object({ kind: z.literal('all') }),
]);
export type WaveSize = z.infer<typeof WaveSize>;

const takesAll = (size: WaveSize | null | undefined): boolean =>
  size?.kind === 'all' || (size?.kind === 'percent' && size.percent === 100);

/** The sizes of all waves; the last one takes what is left, so that nothing is left behind by a slip. */
export const WaveSizes = z
  .array(WaveSize)
  .refine((sizes) => takesAll(sizes.at(-1)), t('The last wave must be all.'));

/** Steps that cannot be told apart in time: those of one customer, or of several that depend on each other. */
export const PlanUnit = z.object({
  customers: z.array(z.object({ id: z.string(), name: z.string(), intentIds: z.array(IntentId) })),
  /** Steps of no customer: that these stand on, or that stand on these. */
  others: z.array(IntentId),
});
export type PlanUnit = z.infer<typeof PlanUnit>;

/** What goes together, before the next wave begins. */
export interface Wave {
  readonly customers: readonly { readonly id: string; readonly name: string }[];
  readonly intentIds: readonly IntentId[];
}

export interface WavesWanted {
  readonly sizes: readonly WaveSize[];
  /** The customer that goes first; the plan's own choice when left out. */
  readonly first?: string | undefined;
}

/** As a person who asks for waves begins: one, a tenth, everybody. */
export const usualWaves = '1, 10%, all';

const possible = t('Say how many go in each wave: 5, 10% or all, such as 1,10%,all.');

/** Reads `1,10%,all`; what is wrong with it, as a sentence. Pure. */
export function parseWaves(
  text: string,
): { readonly sizes: readonly WaveSize[] } | { readonly fault: string } {
  const parts = text.split(',').map((part) => part.trim().toLowerCase());
  const sizes = parts.map(parseSize);
  const wrong = sizes.indexOf(null);
  if (wrong >= 0)
    return {
      fault: t('"{size}" is no size of a wave. {possible}', { size: parts[wrong] ?? '', possible }),
    };
  const early = sizes.slice(0, -1).findIndex(takesAll);
  if (early >= 0)
    return {
      fault: t('After {size} nothing is left for another wave. {possible}', {
        size: parts[early] ?? '',
        possible,
      }),
    };
  if (!takesAll(sizes.at(-1))) return { fault: t('The last wave must be all. {possible}', { possible }) };
  return { sizes: sizes.filter((size) => size !== null) };
}

function parseSize(text: string): WaveSize | null {
  if (text === 'all') return { kind: 'all' };
  const [, digits, percent] = /^(\d{1,6}) ?(%?)$/.exec(text) ?? [];
  if (digits === undefined) return null;
  const number = Number(digits);
  const size = percent === '%' ? { kind: 'percent', percent: number } : { kind: 'count', count: number };
  return WaveSize.safeParse(size).data ?? null;
}

/**
 * Cuts what goes into waves. Units stay whole and in their order, so that a wave may hold more than its size says; a share is of all
 * customers that are touched, rounded up. Steps of no customer go last. Pure.
 *
 * @param goes whether a step is part of the run.
 */
export function wavesOf(
  units: readonly PlanUnit[],
  goes: (id: IntentId) => boolean,
  { sizes, first }: WavesWanted,
): readonly Wave[] {
  const going = units.map(({ customers, others }) => {
    const touched = customers
      .map(({ intentIds, ...one }) => ({ ...one, intentIds: intentIds.filter(goes) }))
      .filter(({ intentIds }) => intentIds.length > 0);
    const intentIds = [...touched.flatMap((one) => one.intentIds), ...others.filter(goes)];
    return { customers: touched.map(({ id, name }) => ({ id, name })), intentIds };
  });
  const isFirst = ({ customers }: Wave): boolean => customers.some(({ id }) => id === first);
  const left = going.filter(({ customers }) => customers.length > 0);
  left.sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
  const rest = going.filter(({ customers }) => customers.length === 0);
  const total = left.reduce((sum, { customers }) => sum + customers.length, 0);
  const waves: Wave[] = [];
  for (const size of sizes) {
    const taken: Wave[] = [];
    for (let room = roomOf(size, total); room > 0 && left.length > 0; ) {
      const unit = left.shift();
      if (unit === undefined) break;
      taken.push(unit);
      room -= unit.customers.length;
    }
    if (taken.length > 0) waves.push(joined(taken));
  }
  const last = waves.pop();
  const end = joined([...(last === undefined ? [] : [last]), ...left, ...rest]);
  return end.intentIds.length === 0 ? waves : [...waves, end];
}

function roomOf(size: WaveSize, total: number): number {
  if (size.kind === 'count') return size.count;
  return size.kind === 'all' ? total : Math.ceil((total * size.percent) / 100);
}

const joined = (units: readonly Wave[]): Wave => ({
  customers: units.flatMap(({ customers }) => customers),
  intentIds: units.flatMap(({ intentIds }) => intentIds),
});
