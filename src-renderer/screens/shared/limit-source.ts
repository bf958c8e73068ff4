import { kindText } from '@renderer/fields/field-text';
import type { LimitSource } from '@shared/domain/figures/effective-limit';
import type { JsonObject } from '@shared/domain/json';

const words: Readonly<Record<LimitSource, (planName: string) => string>> = {
  default: () => 'Default',
  plan: (planName) => `Plan ${planName}`,
  override: () => 'Set here',
};

/** Where an organization's seat limit comes from, by what stands beside its row; a dash while that is not known. */
export function limitSourceText({ seatLimitSource: source, planName }: JsonObject): string {
  const say = words[source as LimitSource];
  return say === undefined ? '–' : say(String(planName ?? ''));
}

/** What the other limits would be, the farthest first, and which one counts: `Default 25 · Plan Team 30`. */
export function limitChain({ defaultSeats, planName, planSeats }: JsonObject): string {
  const told = [
    typeof defaultSeats === 'number' && `Default ${kindText('seats', defaultSeats)}`,
    typeof planName === 'string' &&
      `Plan ${planName} ${typeof planSeats === 'number' ? kindText('seats', planSeats) : 'counts no seats'}`,
  ];
  return told.filter((each) => each !== false).join(' · ');
}

/** The limit that counts, where it is another one than the organization itself says; null where both are one. */
export const otherLimit = ({ seatLimit }: JsonObject, own: number): number | null =>
  typeof seatLimit === 'number' && seatLimit !== own ? seatLimit : null;
