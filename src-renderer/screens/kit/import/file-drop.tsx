import { Button, FileButton } from '@mantine/core';
import { t } from '@shared/language/t';
import { FileSpreadsheet } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import classes from './import-dialog.module.css';

interface FileDropProps {
  /** What is open; '' for nothing. */
  readonly name: string;
  /** How it was read. */
  readonly notes: readonly string[];
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}

const accept = '.csv,.tsv,.txt,.xlsx,.jsonl,text/csv';

/** Lets a table be chosen, or dropped here. */
export function FileDrop({ name, notes, busy, onFile }: FileDropProps) {
  const forget = useRef<() => void>(null);
  const [over, setOver] = useState(false);
  const open = (file: File | null | undefined): void => {
    if (file) onFile(file);
    // The same file again, mended meanwhile, would be no other choice.
    forget.current?.();
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    open(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button beside it does the same by keyboard
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileButton accept={accept} resetRef={forget} onChange={open}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            loading={busy}
            leftSection={<FileSpreadsheet size={13} aria-hidden />}
            data-autofocus
          >
            {name === '' ? t('Choose a file…') : t('Choose another file…')}
          </Button>
        )}
      </FileButton>
      <span className={classes.hint}>
        {name === ''
          ? t('or drop it here: CSV (UTF-8), Excel (.xlsx) or JSON lines')
          : [name, ...notes].join(' · ')}
      </span>
    </div>
  );
}
