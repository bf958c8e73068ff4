import { shell } from '@renderer/bridge/shell';
import type { Failure } from '@shared/contract/failure';
import type { LanguageChoice } from '@shared/language/language';
import { useState } from 'react';
import { notifyFailure } from './notify';
import { useSetting } from './use-setting';

interface ChosenLanguage {
  /** Null before it is known. */
  readonly chosen: LanguageChoice | null;
  /** Why what was chosen could not be read: the system's is spoken. */
  readonly unread: Failure | null;
  readonly choose: (language: LanguageChoice) => Promise<boolean>;
  readonly restart: () => Promise<void>;
  /** Another one was chosen since this screen is shown. */
  readonly isNew: boolean;
}

/** The language that the admin chose; spoken from the next start on. */
export function useLanguage(): ChosenLanguage {
  const [before, setBefore] = useState<LanguageChoice | null>(null);
  const { value, tell } = useSetting(async () => {
    const known = await shell.call('language', {});
    if (known.ok) setBefore(known.value.language);
    return known;
  });
  const chosen = value?.language ?? null;
  return {
    chosen,
    unread: value?.unread ?? null,
    isNew: chosen !== before,
    choose: async (language) => {
      const kept = await shell.call('setLanguage', { language });
      if (!kept.ok) notifyFailure(kept.error);
      else tell({ language, unread: null });
      return kept.ok;
    },
    restart: async () => {
      const told = await shell.call('restart', {});
      if (!told.ok) notifyFailure(told.error);
    },
  };
}
