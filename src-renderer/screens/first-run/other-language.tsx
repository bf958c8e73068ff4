import { useLanguage } from '@renderer/state/use-language';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { Language, languageNames } from '@shared/language/language';
import { spoken } from '@shared/language/speak';

/** The way to a window that one can read. Nothing is open here, so that it starts anew at once. */
export function OtherLanguage() {
  const { choose, restart } = useLanguage();
  return Language.options
    .filter((language) => language !== spoken())
    .map((language) => (
      <span key={language} lang={language}>
        <LinkButton onClick={() => void choose(language).then((kept) => (kept ? restart() : undefined))}>
          {languageNames[language]}
        </LinkButton>
        {' · '}
      </span>
    ));
}
