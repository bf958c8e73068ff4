import { z } from 'zod';
import { orderField } from './order-field';
import { queryField } from './query-field';

/** Query of the role and permission lists; newest first by default. */
export const catalogQuery = z.object({
  query: queryField.text,
  order_by: orderField({ created_at: 't.created_at', name: 't.name', key: 't.key' }, '-created_at'),
  limit: queryField.limit,
  offset: queryField.offset,
});
