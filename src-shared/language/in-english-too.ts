import { sourcesOf } from './speak';

/** A text as it is said, and its English sources: by what somebody who speaks either calls the same. */
export const inEnglishToo = (text: string): readonly string[] => [text, ...sourcesOf(text)];
