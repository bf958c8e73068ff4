import { z } from 'zod';
import { LanguageChoice, Spoken } from '../language/language';

const nothing = z.object({});

export const languageCalls = {
  /** What was chosen for this profile, and what this start speaks. */
  language: { input: nothing, output: z.object({ chosen: LanguageChoice, spoken: Spoken }) },
  /** Keeps a language for the next start. */
  setLanguage: { input: z.object({ language: LanguageChoice }), output: nothing },
  /** Ends the app and starts it again. Refused while a run sends (`busy`). */
  restart: { input: nothing, output: nothing },
} as const;
