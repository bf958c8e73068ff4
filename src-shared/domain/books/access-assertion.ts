import { t } from '../../language/t';
import { Assertion } from '../access/assertion';
import { book } from './book';

/** What must be true of access, tried at each look at it. */
export const accessAssertion = book(t('assertion'), t('assertions'), Assertion);
