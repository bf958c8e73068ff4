import { Button, FileButton } from '@mantine/core';
import { useFileTarget } from '@renderer/state/file-targets';
import { inside } from '@renderer/ui/format/inside';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { StateMark } from '@renderer/ui/marks/state-mark';
import type { Failure } from '@shared/contract/failure';
import { imageWords } from '@shared/domain/image-words';
import { t } from '@shared/language/t';
import { Image, ImageUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import classes from './image-field.module.css';
import { readImage } from './read-image';
import { UndoStaged } from './undo-staged';

interface ImageFieldProps {
  /** `Logo`, `Picture`. */
  readonly label: string;
  /** A `data:` URI, an address on the service, or ''. */
  readonly value: string;
  readonly staged: boolean;
  /** The service never shows it: what is there is not known, and may be removed all the same. */
  readonly unseen?: true;
  /** Windows icons are taken as well. */
  readonly icons?: boolean;
  /** Why it cannot be changed. */
  readonly lack?: string | null;
  readonly rejection?: Failure;
  readonly onChange: (value: string) => void;
  /** Undefined: not staged, nothing to undo. */
  readonly onUndo?: () => void;
}

const accepted = 'image/png,image/jpeg,image/gif,image/webp';
const withIcons = `${accepted},image/x-icon,.ico`;

/** An image, chosen or dropped; its kind is told by its content, never by its name. */
export function ImageField(props: ImageFieldProps) {
  const { label, value, staged, unseen, icons = false, lack = null, rejection, onChange, onUndo } = props;
  const [failure, setFailure] = useState<Failure | null>(null);
  const [over, setOver] = useState(false);
  const forget = useRef<() => void>(null);
  const take = async (file: File | null | undefined): Promise<void> => {
    if (!file || lack !== null) return;
    const read = await readImage(file, icons);
    setFailure(read.ok ? null : read.error);
    if (read.ok) onChange(read.value);
    // The same image again, after it was removed, would be no other choice.
    forget.current?.();
  };
  useFileTarget('image', label, lack === null ? (file) => void take(file) : null);
  const shown = failure ?? rejection;
  return (
    <fieldset
      className={classes.logo}
      aria-label={label}
      disabled={lack !== null}
      title={lack ?? undefined}
      data-over={over || undefined}
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <span className={classes.logoTile}>
        {value.startsWith('data:') ? (
          <img src={value} alt={t('The staged {label}', { label: inside(label) })} />
        ) : (
          <Image size={18} strokeWidth={1.5} aria-hidden />
        )}
      </span>
      <div className={classes.logoText}>
        <span className={classes.logoHead}>
          <span className={classes.label}>{label}</span>
          {staged && <StateMark kind="staged" />}
          {onUndo && <UndoStaged label={label} onUndo={onUndo} />}
        </span>
        <span className={classes.note}>{noteOf(value, icons, unseen && (staged ? 'unset' : 'unseen'))}</span>
        <span className={classes.logoActions}>
          <FileButton
            accept={icons ? withIcons : accepted}
            resetRef={forget}
            inputProps={{ 'aria-label': t('{label} file', { label }) }}
            onChange={(file) => void take(file)}
          >
            {(props) => (
              <Button
                {...props}
                disabled={lack !== null}
                variant="default"
                leftSection={<ImageUp size={13} aria-hidden />}
              >
                {t('Choose image…')}
              </Button>
            )}
          </FileButton>
          {lack === null && (value !== '' || (unseen && !staged)) && (
            <Button variant="subtle" color="gray" onClick={() => onChange('')}>
              {t('Remove {what}', { what: inside(label) })}
            </Button>
          )}
        </span>
        {shown && <InlineFailure failure={shown} />}
      </div>
    </fieldset>
  );
}

function noteOf(value: string, icons: boolean, told: 'unseen' | 'unset' | undefined): string {
  const where = icons
    ? t('Drop an image here: PNG, JPEG, GIF, WebP or ICO, 2 MB at most.')
    : t('Drop an image here: PNG, JPEG, GIF or WebP, 2 MB at most.');
  if (value === '' && told === 'unset') return t('Removed once it is reconciled. {where}', { where });
  if (value === '' && told === 'unseen') return t('The service never shows it. {where}', { where });
  if (value === '') return t('None. {where}', { where });
  return imageWords(value) ?? t('Set on the service. This window loads nothing from the network.');
}
