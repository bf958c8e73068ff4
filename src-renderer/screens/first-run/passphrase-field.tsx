import { SecretInput } from '@renderer/ui/secret-input';
import classes from './passphrase-field.module.css';
import { passphraseStrength } from './passphrase-strength';

interface PassphraseFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label?: string;
  readonly description?: string;
  readonly autoFocus?: boolean;
}

const why =
  'This machine has no system keyring, so a passphrase of yours encrypts the key and the database. It cannot be recovered.';

/** A new passphrase with a hint at its strength. */
export function PassphraseField({
  value,
  onChange,
  label = 'Passphrase',
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
        what="the passphrase"
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
