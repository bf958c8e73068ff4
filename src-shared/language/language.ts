import { z } from 'zod';

/** Languages that the window speaks whole. */
export const Language = z.enum(['en', 'de']);
export type Language = z.infer<typeof Language>;

/** What the admin chose: a language, or that of the system. */
export const LanguageChoice = z.enum(['system', ...Language.options]);
export type LanguageChoice = z.infer<typeof LanguageChoice>;

/** What a process speaks: a language, or English between marks, by which tests find a text that nobody can translate. */
export const Spoken = z.enum([...Language.options, 'pseudo']);
export type Spoken = z.infer<typeof Spoken>;

/** Tells the app's processes what to speak. */
export const languageVariable = 'TENANTRY_LANGUAGE';

/** How each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** The language for a locale of the system (`de-AT`); English where we do not speak it. */
export function languageFor(locale: string): Language {
  return Language.safeParse(locale.toLowerCase().split(/[-_]/)[0]).data ?? 'en';
}
