import { z } from 'zod';
import { LanguageChoice } from '../language/language';

const nothing = z.object({});

/** Whether the system tells of conflicts and long runs while nobody looks at a window. */
export const NoticeSetting = z.object({ on: z.boolean() });
export type NoticeSetting = z.infer<typeof NoticeSetting>;

/** What somebody prefers on this machine, where the shell has to know it. */
export const preferenceCalls = {
  /** What was chosen for this profile. */
  language: { input: nothing, output: z.object({ language: LanguageChoice }) },
  /** Keeps a language for the next start. */
  setLanguage: { input: z.object({ language: LanguageChoice }), output: nothing },
  /** Ends the app and starts it again. Refused while a run sends (`busy`). */
  restart: { input: nothing, output: nothing },
  notices: { input: nothing, output: NoticeSetting },
  setNotices: { input: NoticeSetting, output: nothing },
} as const;
