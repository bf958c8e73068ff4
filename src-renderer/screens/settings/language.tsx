import { useLanguage } from '@renderer/state/use-language';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { Language, type LanguageChoice, languageNames } from '@shared/language/language';
import { t } from '@shared/language/t';
import classes from './appearance.module.css';
import { Choice } from './choice';

const languages: readonly { readonly value: LanguageChoice; readonly label: string }[] = [
  { value: 'system', label: t('As the system') },
  ...Language.options.map((value) => ({ value, label: languageNames[value] })),
];

/** What the window speaks. Texts are made once, at the start: another language comes with the next one. */
export function LanguageSetting() {
  const { chosen, unread, choose, restart, isNew } = useLanguage();
  return (
    <>
      <Choice
        label={t('Language')}
        data={languages}
        value={chosen ?? 'system'}
        onChange={(value) => void choose(value)}
      />
      {unread && <InlineFailure failure={unread} />}
      {isNew && (
        <p className={classes.note} role="status">
          {t('Spoken from the next start on.')}{' '}
          <LinkButton onClick={() => void restart()}>{t('Restart now')}</LinkButton>
        </p>
      )}
    </>
  );
}
