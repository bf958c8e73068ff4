import { z } from 'zod';
import { bodyField } from './body-field';

/** E.164: a plus and 7 to 15 digits, the first no zero; blanks, dots, dashes and brackets between them are dropped. */
const phone = z
  .string()
  .transform((text) => text.replace(/[\s().-]/g, ''))
  .pipe(
    z.string().regex(/^\+[1-9]\d{6,14}$/, 'phone_number must be a valid phone number according to E.164.'),
  );

/** Ethereum's (hexadecimal) or Solana's (base 58). */
const wallet = z
  .string()
  .regex(
    /^(?:0x[0-9a-fA-F]{40}|[1-9A-HJ-NP-Za-km-z]{32,44})$/,
    'web3_wallet must be the address of a web3 wallet.',
  );

/** Null and the blank string take it away (spec: `PATCH /users/{user_id}`). */
export const username = z
  .string()
  .max(256)
  .regex(/^[^\s@]*$/, 'username may contain no blanks and no @.')
  .transform((text) => text || null)
  .nullish();

const status = z.array(z.enum(['verified', 'reserved'])).optional();

/** What a user is made with to be known by (spec: `POST /users`). */
export const identifierField = {
  email_address: z.array(bodyField.email).optional(),
  email_address_identification_status: status,
  phone_number: z.array(phone).optional(),
  phone_number_identification_status: status,
  web3_wallet: z.array(wallet).optional(),
};

/** Second factors that are brought along; a secret is base 32 (RFC 6238 apps take nothing else). */
export const factorField = {
  totp_secret: z
    .string()
    .regex(/^[A-Z2-7]+=*$/i, 'totp_secret must be a base 32 text.')
    .nullish(),
  backup_codes: z.array(z.string().min(1)).optional(),
};
