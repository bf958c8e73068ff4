import { Button, FileButton as Chooser } from '@mantine/core';
import { readText } from '@renderer/state/text-file';
import type { Result } from '@shared/contract/failure';
import type { LucideIcon } from 'lucide-react';
import { useRef } from 'react';

interface FileButtonProps {
  readonly label: string;
  readonly icon: LucideIcon;
  /** Kinds of files that are offered: `.csv,text/csv`. */
  readonly accept: string;
  readonly busy?: boolean;
  readonly onText: (text: Result<string>, fileName: string) => void;
}

/** Lets a text file be chosen, and reads it. */
export function TextFileButton({ label, icon: Icon, accept, busy = false, onText }: FileButtonProps) {
  const forget = useRef<() => void>(null);
  const open = async (file: File | null): Promise<void> => {
    if (file !== null) onText(await readText(file), file.name);
    // The same file again, mended meanwhile, would be no other choice.
    forget.current?.();
  };
  return (
    <Chooser accept={accept} resetRef={forget} onChange={(file) => void open(file)}>
      {(props) => (
        <Button {...props} variant="default" loading={busy} leftSection={<Icon size={13} aria-hidden />}>
          {label}
        </Button>
      )}
    </Chooser>
  );
}
