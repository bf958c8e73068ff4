import { z } from 'zod';

/** So many faults are told one by one; of the rest, how many they are. */
export const mostTold = 20;

/** What is wrong with what a file holds: the first faults, and how many more there are. */
export function firstFaults({ issues }: z.ZodError): string {
  const told = z.prettifyError(new z.ZodError(issues.slice(0, mostTold)));
  return issues.length > mostTold ? `${told}; and ${issues.length - mostTold} more` : told;
}
