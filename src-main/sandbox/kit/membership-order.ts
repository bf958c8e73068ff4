import { orderField } from './order-field';

/** `order_by` of the membership lists; newest first by default. */
export const membershipOrder = orderField(
  {
    created_at: 't.created_at',
    email_address: 'u.email',
    phone_number: 'u.phone',
    first_name: 'u.first_name',
    last_name: 'u.last_name',
    username: 'u.username',
  },
  '-created_at',
);
