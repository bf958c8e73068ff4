import { spoken } from '@shared/language/speak';

/** A label or title as it stands inside a sentence: small in English, as it is where nouns are written large. */
export const inside = (label: string): string => (spoken() === 'de' ? label : label.toLowerCase());
