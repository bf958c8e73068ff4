import { shell } from '@renderer/bridge/shell';
import type { Failure } from '@shared/contract/failure';
import type { LanguageChoice } from '@shared/language/language';
import { useEffect, useState } from 'react';
import { notifyFailure } from './notify';

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
  const [chosen, setChosen] = useState<LanguageChoice | null>(null);
  const [before, setBefore] = useState<LanguageChoice | null>(null);
  const [unread, setUnread] = useState<Failure | null>(null);
  useEffect(() => {
    void shell.call('language', {}).then((known) => {
      if (!known.ok) return;
      setChosen(known.value.language);
      setUnread(known.value.unread);
      setBefore(known.value.language);
    });
  }, []);
  return {
    chosen,
    unread,
    isNew: chosen !== before,
    choose: async (language) => {
      const kept = await shell.call('setLanguage', { language });
      if (!kept.ok) notifyFailure(kept.error);
      else {
        setChosen(language);
        setUnread(null);
      }
      return kept.ok;
    },
    restart: async () => {
      const told = await shell.call('restart', {});
      if (!told.ok) notifyFailure(told.error);
    },
  };
}
