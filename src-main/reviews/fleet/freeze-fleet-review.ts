import { digestOf, type SigningKey } from '@main/reconcile/four-eyes/signing-key';
import { failure, type Result, success } from '@shared/contract/failure';
import { type FleetCampaign, FleetPart, isBlind } from '@shared/domain/reviews/fleet-review';
import { t } from '@shared/language/t';
import type { FleetReview } from './kept-fleet-reviews';

interface Signing {
  readonly key: SigningKey;
  /** ms */
  readonly now: number;
}

/** Signs what each application answered. Expected failures: `invalid-input` (others were asked), `not-found` (nobody to review anywhere). */
export function frozen(
  begun: FleetReview,
  answered: readonly FleetPart[],
  { service, ...signing }: Signing & { readonly service: string },
): Result<FleetReview> {
  const { id, asked, applications, createdAt } = begun;
  const ids = new Set(answered.map(({ applicationId }) => applicationId));
  if (answered.length !== applications.length || applications.some((each) => !ids.has(each.applicationId)))
    return othersAsked(asked.name);
  if (answered.every(({ review }) => review === null)) return nobodyAnywhere(asked.name, answered);
  const { publicKey } = signing.key;
  return success({
    ...begun,
    signed: signed(
      {
        format: 'tenantry-fleet-review/1',
        ...{ id, asked, createdAt, frozenAt: signing.now, service, publicKey },
        parts: [...answered],
      },
      signing.key,
    ),
  });
}

/**
 * Signs anew where applications that nobody had looked into were read after all; what was signed before stays beside it, and is named by its digest. All
 * other parts stay as they were frozen. Expected failures: `conflict` (every one was looked into), `invalid-input`, `not-found` (none was read now either).
 */
export function readAfterAll(
  { signed: before, ...held }: FleetReview & { readonly signed: NonNullable<FleetReview['signed']> },
  answered: readonly FleetPart[],
  { key, now: at }: Signing,
): Result<FleetReview> {
  const { campaign } = before;
  const { name } = campaign.asked;
  const blind = new Set(campaign.parts.filter(isBlind).map(({ applicationId }) => applicationId));
  if (blind.size === 0)
    return failure(
      'conflict',
      t('{name} was frozen already, and every application of it was looked into. Nothing was changed.', {
        name,
      }),
      t('Make a new review.'),
    );
  if (answered.some(({ applicationId }) => !blind.has(applicationId))) return othersAsked(name);
  const seen = new Map(
    answered.filter((part) => !isBlind(part)).map((part) => [part.applicationId, part] as const),
  );
  if (seen.size === 0)
    return failure(
      'not-found',
      t('No further application of {name} could be read. {why} Nothing was changed.', {
        name,
        why: whyOf(answered),
      }),
      t('Copy their people, or open those copies with their passphrase, and go on then.'),
    );
  const read = [...seen.keys()].map((applicationId) => ({ applicationId, at }));
  const next = {
    ...campaign,
    parts: campaign.parts.map((part) => seen.get(part.applicationId) ?? part),
    later: { follows: digestOf(campaign), read: [...(campaign.later?.read ?? []), ...read] },
  };
  return success({ ...held, earlier: [...held.earlier, before], signed: signed(next, key) });
}

/** Why what was signed does not follow from what was signed before it, oldest first; null where it does. */
export function followsFault(earlier: readonly FleetCampaign[], campaign: FleetCampaign): string | null {
  const all = [...earlier, campaign];
  const fits = all.every((each, at) => {
    const before = all[at - 1];
    return before === undefined ? each.later === undefined : follows(before, each);
  });
  return fits ? null : t('What was read later does not follow from what was frozen first.');
}

/** Only applications that nobody had looked into may be others, and each of them is named. */
function follows(before: FleetCampaign, after: FleetCampaign): boolean {
  const told = before.later?.read ?? [];
  const read = after.later?.read.slice(told.length) ?? [];
  const left = new Set(read.map(({ applicationId }) => applicationId));
  const parts = before.parts.map((part, place) => {
    const seen = after.parts[place];
    const isRead =
      isBlind(part) &&
      seen &&
      !isBlind(seen) &&
      seen.applicationId === part.applicationId &&
      left.delete(part.applicationId);
    return isRead ? seen : part;
  });
  const expected = { ...before, parts, later: { follows: digestOf(before), read: [...told, ...read] } };
  return read.length > 0 && left.size === 0 && digestOf(after) === digestOf(expected);
}

/** Hashed is what a file can hold: nothing that is left out. */
function signed(made: FleetCampaign, key: SigningKey): NonNullable<FleetReview['signed']> {
  const campaign: FleetCampaign = JSON.parse(
    JSON.stringify({ ...made, parts: made.parts.map((part) => FleetPart.parse(part)) }),
  );
  return { campaign, signature: key.sign({ ...campaign }) };
}

const whyOf = (answered: readonly FleetPart[]): string => answered.find(({ why }) => why !== '')?.why ?? '';

const othersAsked = (name: string): Result<never> =>
  failure(
    'invalid-input',
    t('Other applications were asked than {name} is of. Nothing was frozen.', { name }),
    t('Ask each application of it once.'),
  );

/** Whether what was answered says that no copy can hold a part of the review: then nothing is left of it. */
export const isNowhere = (answered: readonly FleetPart[]): boolean =>
  answered.every(({ state }) => state === 'nobody' || state === 'no-copy');

const nobodyAnywhere = (name: string, answered: readonly FleetPart[]): Result<never> =>
  isNowhere(answered)
    ? failure(
        'not-found',
        t('In none of these applications is anybody to review. {why} Nothing was frozen.', {
          why: whyOf(answered),
        }),
        t('Copy their people, or choose another scope.'),
      )
    : failure(
        'not-found',
        t(
          'Nobody could be reviewed in any of these applications. {why} Nothing was frozen; {name} is kept.',
          {
            name,
            why: answered.find(({ state }) => state === 'unread')?.why ?? '',
          },
        ),
        t('Open those copies with their passphrase, and go on with it then.'),
      );
