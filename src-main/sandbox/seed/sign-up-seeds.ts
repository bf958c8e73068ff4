import type { Random } from '../database/random';
import type { SeedContext, SmallSeed, SmallSeeds } from './seed-context';

const day = 86_400_000;

/**
 * How much of its sign-up lists an instance has: a consumer product with a waitlist a lot, a product for organizations a
 * little, a customer of a platform nothing.
 */
const sizeOf = ({ application }: SeedContext, many: number, few: number): number => {
  if (application.scenario === 'platforms' || application.environmentType === 'development') return 0;
  return application.scenario === 'b2c' ? Math.ceil((many * application.counts.users) / 8_000) : few;
};

const spread = (
  count: number,
  { anchor }: SeedContext,
  random: Random,
  data: (index: number) => object,
): SmallSeed[] =>
  Array.from({ length: count }, (_, index) => ({ at: anchor - random.int(1, 400 * day), data: data(index) }));

const abusers = ['spam', 'trial', 'promo', 'bulk', 'coupon'];
const friends = ['press', 'partner', 'beta', 'family', 'investor'];

const identifiers = (
  kind: 'allowlistIdentifier' | 'blocklistIdentifier',
  prefix: 'alid' | 'blid',
  words: readonly string[],
): SmallSeeds => ({
  kind,
  prefix,
  records: (context, random) =>
    spread(sizeOf(context, 40, 3), context, random, (index) => {
      const word = `${random.pick(words)}${index + 1}`;
      // One in four is a whole domain, and now and then a phone number.
      if (random.chance(0.25)) return { identifier: `*@${word}.example`, identifier_type: 'email_address' };
      if (random.chance(0.15))
        return { identifier: `+1555${random.int(1_000_000, 9_999_999)}`, identifier_type: 'phone_number' };
      return { identifier: `${word}@mailbox.example`, identifier_type: 'email_address' };
    }),
});

export const identifierSeeds: readonly SmallSeeds[] = [
  identifiers('allowlistIdentifier', 'alid', friends),
  identifiers('blocklistIdentifier', 'blid', abusers),
];

export const redirectUrlSeeds: SmallSeeds = {
  kind: 'redirectUrl',
  prefix: 'ru',
  records: (context, random) => {
    const { key } = context.application;
    const urls = [
      `https://app.${key}.example/callback`,
      `${key}://oauth-callback`,
      `https://www.${key}.example/welcome`,
    ];
    return spread(Math.min(sizeOf(context, 3, 2), urls.length), context, random, (index) => ({
      url: urls[index] ?? '',
    }));
  },
};

/** Addresses of people who are not users yet. */
const guest = (random: Random, index: number): string =>
  `${random.pick(['mia', 'noor', 'ivo', 'lena', 'tariq', 'ada', 'joao', 'wen'])}.${random.pick(['berg', 'okafor', 'silva', 'novak', 'lind', 'rossi'])}.${index + 1}@guests.example`;

export const instanceInvitationSeeds: SmallSeeds = {
  kind: 'instanceInvitation',
  prefix: 'inv',
  records: (context, random) =>
    Array.from({ length: sizeOf(context, 120, 4) }, (_, index) => {
      const draw = random.next();
      const status = draw < 0.65 ? 'pending' : draw < 0.9 ? 'accepted' : 'revoked';
      const at = context.anchor - random.int(1, (status === 'pending' ? 60 : 300) * day);
      const data = {
        email_address: guest(random, index),
        public_metadata: random.chance(0.2) ? { campaign: random.pick(['launch', 'referral']) } : {},
        status,
        url: status === 'pending' ? `https://accounts.${context.application.key}.example/sign-up` : null,
        // Some pending ones have run out by now.
        expires_at: at + random.pick([7, 90, 90, 180, 365]) * day,
      };
      return { at, data };
    }),
};

export const waitlistSeeds: SmallSeeds = {
  kind: 'waitlistEntry',
  prefix: 'wle',
  records: (context, random) =>
    spread(sizeOf(context, 240, 6), context, random, (index) => {
      const draw = random.next();
      const status = draw < 0.8 ? 'pending' : draw < 0.9 ? 'rejected' : 'completed';
      return { email_address: `w${guest(random, index)}`, status, invited_at: null, invitation_id: null };
    }),
};
