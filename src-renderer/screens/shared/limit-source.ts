import { kindText } from '@renderer/fields/field-text';
import type { LimitSource } from '@shared/domain/figures/effective-limit';
import type { JsonObject } from '@shared/domain/json';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';

type Limited = Pick<Organization, 'seatLimit' | 'seatLimitSource' | 'maxAllowedMemberships'>;

const seatsKey = 'max_allowed_memberships';

/** Says of a setting of the instance, by what stands beside a row, that it is staged only: the service still holds another value. */
export const stagedNote = ({ defaultsStaged: staged }: JsonObject, key: string): string =>
  staged !== null && typeof staged === 'object' && Object.hasOwn(staged, `values.${key}`)
    ? ` ${t('(staged)')}`
    : '';

const words: Readonly<Record<LimitSource, (planName: string) => string>> = {
  default: () => t('Default'),
  plan: (planName) => t('Plan {planName}', { planName }),
  override: () => t('Set here'),
};

/** Where an organization's seat limit comes from; a dash while that is not known. */
export function limitSourceText({ seatLimitSource: source }: Limited, extras: JsonObject): string {
  if (source === 'unknown') return '–';
  return `${words[source](String(extras.planName ?? ''))}${source === 'default' ? stagedNote(extras, seatsKey) : ''}`;
}

/** What the other limits would be, the farthest first, and which one counts: `Default 25 · Plan Team 30`. */
export function limitChain(extras: JsonObject): string {
  const { defaultSeats, planName, planSeats } = extras;
  const told = [
    typeof defaultSeats === 'number' &&
      `${t('Default {seats}', { seats: kindText('seats', defaultSeats) })}${stagedNote(extras, seatsKey)}`,
    typeof planName === 'string' &&
      (typeof planSeats === 'number'
        ? t('Plan {planName} {seats}', { planName, seats: kindText('seats', planSeats) })
        : t('Plan {planName} counts no seats', { planName })),
  ];
  return told.filter((each) => each !== false).join(' · ');
}

/** The limit that counts, where it is another one than the organization itself says; null where both are one. */
export const otherLimit = ({ seatLimit, maxAllowedMemberships: own }: Limited): number | null =>
  seatLimit === own ? null : seatLimit;
