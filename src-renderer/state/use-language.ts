import { shell } from '@renderer/bridge/shell';
import type { LanguageChoice } from '@shared/language/language';
import { useEffect, useState } from 'react';
import { notifyFailure } from './notify';

interface ChosenLanguage {
  /** Null before it is known. */
  readonly chosen: LanguageChoice | null;
  readonly choose: (language: LanguageChoice) => Promise<boolean>;
  readonly restart: () => Promise<void>;
  /** Another one was chosen since this screen is shown. */
  readonly isNew: boolean;
}

/** The language that the admin chose; spoken from the next start on. */
export function useLanguage(): ChosenLanguage {
  const [chosen, setChosen] = useState<LanguageChoice | null>(null);
  const [before, setBefore] = useState<LanguageChoice | null>(null);
  useEffect(() => {
    void shell.call('language', {}).then((known) => {
      if (!known.ok) return;
      setChosen(known.value.language);
      setBefore(known.value.language);
    });
  }, []);
  return {
    chosen,
    isNew: chosen !== before,
    choose: async (language) => {
      const kept = await shell.call('setLanguage', { language });
      if (!kept.ok) notifyFailure(kept.error);
      else setChosen(language);
      return kept.ok;
    },
    restart: async () => {
      const told = await shell.call('restart', {});
      if (!told.ok) notifyFailure(told.error);
    },
  };
}
