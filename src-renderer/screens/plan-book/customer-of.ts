import type { JsonObject } from '@shared/domain/json';
import { CustomerRow } from '@shared/domain/limits/customer';

/** What stands beside the row of an application as a customer; null while nobody has a plan. */
export function customerBeside(extras: JsonObject): CustomerRow | null {
  const read = CustomerRow.safeParse(extras.customer);
  return read.success ? read.data : null;
}
