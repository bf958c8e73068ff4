import { z } from 'zod';
import { LanguageChoice } from '../language/language';
import { Failure } from './failure';

const nothing = z.object({});

/** Whether the system tells of conflicts and long runs while nobody looks at a window. */
export const NoticeSetting = z.object({ on: z.boolean() });
export type NoticeSetting = z.infer<typeof NoticeSetting>;

/** Why what was chosen could not be read; then the standard counts, until somebody chooses again. Null where it was. */
export const unread = { unread: Failure.nullable() };

export const FoundNotices = NoticeSetting.extend(unread);
export type FoundNotices = z.infer<typeof FoundNotices>;

export const FoundLanguage = z.object({ language: LanguageChoice, ...unread });
export type FoundLanguage = z.infer<typeof FoundLanguage>;

/** What somebody prefers on this machine, where the shell has to know it. */
export const preferenceCalls = {
  /** What was chosen for this profile. */
  language: { input: nothing, output: FoundLanguage },
  /** Keeps a language for the next start. */
  setLanguage: { input: z.object({ language: LanguageChoice }), output: nothing },
  /** Ends the app and starts it again. Refused while a run sends (`busy`). */
  restart: { input: nothing, output: nothing },
  notices: { input: nothing, output: FoundNotices },
  setNotices: { input: NoticeSetting, output: nothing },
} as const;
