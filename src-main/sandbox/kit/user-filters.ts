import { z } from 'zod';
import { queryField } from './query-field';

/** Query parameters that `GET /users` and `GET /users/count` share. */
export const userFilters = {
  user_id: queryField.list,
  external_id: queryField.list,
  email_address: queryField.list,
  phone_number: queryField.list,
  username: queryField.list,
  web3_wallet: queryField.list,
  organization_id: queryField.list,
  provider: queryField.text,
  provider_user_id: queryField.list,
  query: queryField.text,
  email_address_query: queryField.text,
  phone_number_query: queryField.text,
  username_query: queryField.text,
  name_query: queryField.text,
  banned: queryField.flag,
  last_active_at_before: queryField.integer,
  last_active_at_after: queryField.integer,
  last_active_at_since: queryField.integer,
  created_at_before: queryField.integer,
  created_at_after: queryField.integer,
  last_sign_in_at_before: queryField.integer,
  last_sign_in_at_after: queryField.integer,
};

/** Those of them that the lists of memberships take too. */
export const memberFilters = z.object(userFilters).pick({
  user_id: true,
  email_address: true,
  phone_number: true,
  username: true,
  web3_wallet: true,
  query: true,
  email_address_query: true,
  phone_number_query: true,
  username_query: true,
  name_query: true,
  last_active_at_before: true,
  last_active_at_after: true,
  created_at_before: true,
  created_at_after: true,
}).shape;

/** A provider and the accounts there are given together or not at all (spec: `provider` of `GET /users`). */
export const bothOfProvider = (
  query: {
    readonly provider?: string | undefined;
    readonly provider_user_id?: readonly string[] | undefined;
  },
  context: z.core.$RefinementCtx,
): void => {
  if ((query.provider === undefined) === (query.provider_user_id === undefined)) return;
  const [missing, given] =
    query.provider === undefined ? ['provider', 'provider_user_id'] : ['provider_user_id', 'provider'];
  context.addIssue({
    code: 'custom',
    path: [missing],
    message: `${missing} must be included together with ${given}.`,
    input: query,
  });
};
