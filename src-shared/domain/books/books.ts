import { z } from 'zod';
import { accessAssertion } from './access-assertion';
import { applicationGroup } from './application-group';
import { applicationVariables, baseline, exception } from './baseline';
import { customerPlan } from './customer-plan';
import { customerSubscription } from './customer-subscription';
import { findingAcceptance, findingCheck } from './finding-books';

/** Every book of a workspace. A new one is a file and a line here; its name is a part of where it is kept, for good. */
export const books = {
  applicationGroup,
  baseline,
  applicationVariables,
  exception,
  customerPlan,
  customerSubscription,
  accessAssertion,
  findingAcceptance,
  findingCheck,
} as const;

export type BookName = keyof typeof books;
export const BookName = z.enum(Object.keys(books) as [BookName, ...BookName[]]);
export type EntryOf<B extends BookName> = z.infer<(typeof books)[B]['entry']>;
export type ValueOf<B extends BookName> = z.infer<(typeof books)[B]['value']>;
