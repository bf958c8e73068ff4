import { z } from 'zod';
import { orderField } from './order-field';
import { queryField } from './query-field';

/** Query of the invitation lists; newest first by default. */
export const invitationQuery = z.object({
  status: queryField.list.pipe(z.array(z.enum(['pending', 'accepted', 'revoked', 'expired'])).optional()),
  query: queryField.text,
  email_address: queryField.text,
  order_by: orderField({ created_at: 't.created_at', email_address: 't.email' }, '-created_at'),
  limit: queryField.limit,
  offset: queryField.offset,
});
