import { Button, Menu } from '@mantine/core';
import type { BookName } from '@shared/domain/books/books';
import { t } from '@shared/language/t';
import { ChevronDown, FileCheck2, FileSignature } from 'lucide-react';
import { useState } from 'react';
import { SignBooksDialog } from './sign-books-dialog';
import { TakeBooksDialog } from './take-books-dialog';

interface BookFilesProps {
  readonly books: readonly BookName[];
  /** What they hold, for people: `plans and subscriptions`. */
  readonly what: string;
}

/** Books go to colleagues, and come back, as one signed file. */
export function BookFiles({ books, what }: BookFilesProps) {
  const [opened, setOpened] = useState<'sign' | 'take' | null>(null);
  const close = (): void => setOpened(null);
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronDown size={12} aria-hidden />}>
            {t('Signed file')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<FileSignature size={13} aria-hidden />} onClick={() => setOpened('sign')}>
            {t('Sign and save {what}…', { what })}
          </Menu.Item>
          <Menu.Item leftSection={<FileCheck2 size={13} aria-hidden />} onClick={() => setOpened('take')}>
            {t('Take a colleague’s file…')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {opened === 'sign' && <SignBooksDialog books={books} what={what} onClose={close} />}
      {opened === 'take' && <TakeBooksDialog onClose={close} />}
    </>
  );
}
