import { spoken } from '@shared/language/speak';

/** A label inside of a sentence: `logo` of `Logo`. German nouns keep their capital. */
export const inSentence = (label: string): string => (spoken() === 'de' ? label : label.toLowerCase());
