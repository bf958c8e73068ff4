import { Assertion } from '../access/assertion';
import { book } from './book';

/** What must be true of access, tried at each look at it. */
export const accessAssertion = book('assertion', 'assertions', Assertion);
