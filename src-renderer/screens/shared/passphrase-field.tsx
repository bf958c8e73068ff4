import { SecretInput } from '@renderer/ui/controls/secret-input';
import { t } from '@shared/language/t';
import classes from './passphrase-field.module.css';

interface PassphraseFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label?: string;
  readonly description?: string;
  readonly autoFocus?: boolean;
}

const why = t(
  'This machine has no system keyring, so a passphrase of yours encrypts the key and the database. It cannot be recovered.',
);

/** A new passphrase with a hint at its strength. */
export function PassphraseField({
  value,
  onChange,
  label = t('Passphrase'),
  description = why,
  autoFocus = false,
}: PassphraseFieldProps) {
  const { score, hint } = passphraseStrength(value);
  return (
    <div>
      <SecretInput
        label={label}
        description={description}
        value={value}
        autoFocus={autoFocus}
        kind="new-password"
        what={t('the passphrase')}
        onChange={onChange}
      />
      <div className={classes.strength} data-score={score} aria-live="polite">
        <span className={classes.bars} aria-hidden>
          {[1, 2, 3, 4].map((step) => (
            <span key={step} data-on={score >= step || undefined} />
          ))}
        </span>
        {hint}
      </div>
    </div>
  );
}

interface PassphraseStrength {
  /** 0 to 4. */
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly hint: string;
}

/** A rough estimate by length and variety: it advises, it does not forbid. Nothing is sent or stored. */
function passphraseStrength(passphrase: string): PassphraseStrength {
  const words = passphrase
    .trim()
    .split(/\s+/)
    .filter((word) => word.length >= 3).length;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w\s]/].filter((kind) => kind.test(passphrase)).length;
  const distinct = new Set(passphrase).size;
  const bits = Math.min(passphrase.length, distinct * 2) * (kinds > 2 ? 4 : 3) + words * 4;
  if (passphrase === '')
    return { score: 0, hint: t('Five or six random words are easy to keep and hard to guess.') };
  if (passphrase.length < 8 || bits < 36) return { score: 1, hint: t('Easy to guess: make it longer.') };
  if (bits < 56) return { score: 2, hint: t('Fair. A few more words make it strong.') };
  if (bits < 80) return { score: 3, hint: t('Good.') };
  return { score: 4, hint: t('Strong.') };
}
