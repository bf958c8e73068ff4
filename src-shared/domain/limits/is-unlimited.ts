import { t } from '../../language/t';

const words: ReadonlySet<string> = new Set(['unlimited', t('unlimited').toLowerCase(), '∞']);

/** Whether a text says that there is no limit: as files write it, or as the window says it. */
export const isUnlimited = (text: string): boolean => words.has(text.trim().toLowerCase());
