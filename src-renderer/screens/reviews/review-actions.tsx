import { Button, Menu } from '@mantine/core';
import { engine } from '@renderer/bridge/engine';
import { notifyFailure } from '@renderer/state/notify';
import { saveFile, savePdf } from '@renderer/state/text-file';
import { usePreferences } from '@renderer/state/use-preferences';
import { go } from '@renderer/state/use-route';
import { AbleButton } from '@renderer/ui/controls/able-button';
import { HeaderSlot } from '@renderer/ui/layout/header-slot';
import type { ReviewSummary, reviewFormats } from '@shared/contract/reviews';
import { t } from '@shared/language/t';
import {
  ArrowLeft,
  ChevronDown,
  Download,
  FileCheck2,
  ListChecks,
  Lock,
  Printer,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { AcceptEasyDialog } from './accept-easy-dialog';
import { CloseReviewDialog } from './close-review-dialog';
import { DeleteReviewDialog } from './delete-review-dialog';
import { SignReviewDialog } from './sign-review-dialog';
import { TakeReviewDialog } from './take-review-dialog';
import type { Deciding } from './use-decide';

interface ReviewActionsProps {
  readonly review: ReviewSummary;
  /** Undecided items of low risk. */
  readonly easy: readonly string[];
  readonly decide: Deciding['decide'];
}

type Asked = 'easy' | 'close' | 'delete' | 'sign' | 'take';

/** What is done with a review as a whole. */
export function ReviewActions({ review, easy, decide }: ReviewActionsProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const done = (): void => setAsked(null);
  const save = async (format: (typeof reviewFormats)[number]): Promise<void> => {
    const signer = usePreferences.getState().signer.trim() || review.by;
    const failed = await saveFile(await engine.call('exportReview', { id: review.id, format, signer }));
    if (failed !== null) notifyFailure(failed);
  };
  const print = async (): Promise<void> => {
    const page = await engine.call('exportReview', { id: review.id, format: 'html', signer: review.by });
    const failed = page.ok ? await savePdf(page.value) : page.error;
    if (failed !== null) notifyFailure(failed);
  };
  const open = review.closedAt === 0;
  return (
    <HeaderSlot place="actions">
      <Button
        size="xs"
        variant="subtle"
        leftSection={<ArrowLeft size={13} aria-hidden />}
        onClick={() => go('reviews')}
      >
        {t('All reviews')}
      </Button>
      {open && easy.length > 0 && (
        <Button
          size="xs"
          variant="default"
          leftSection={<ListChecks size={13} aria-hidden />}
          onClick={() => setAsked('easy')}
        >
          {t('Accept {count, number} of low risk…', { count: easy.length })}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="default" rightSection={<ChevronDown size={13} aria-hidden />}>
            {t('Files')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Download size={13} aria-hidden />} onClick={() => setAsked('sign')}>
            {t('Signed file…')}
          </Menu.Item>
          <Menu.Item leftSection={<Printer size={13} aria-hidden />} onClick={() => void print()}>
            {t('Report (PDF)…')}
          </Menu.Item>
          <Menu.Item leftSection={<Download size={13} aria-hidden />} onClick={() => void save('entra')}>
            {t('Columns of Microsoft Entra (CSV)…')}
          </Menu.Item>
          <Menu.Item leftSection={<Download size={13} aria-hidden />} onClick={() => void save('vanta')}>
            {t('Columns of Vanta (CSV)…')}
          </Menu.Item>
          <Menu.Item leftSection={<FileCheck2 size={13} aria-hidden />} onClick={() => setAsked('take')}>
            {t('Take a reviewer’s file…')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button
        size="xs"
        variant="subtle"
        color="red"
        leftSection={<Trash2 size={13} aria-hidden />}
        onClick={() => setAsked('delete')}
      >
        {t('Delete…')}
      </Button>
      {open && (
        <AbleButton
          size="xs"
          leftSection={<Lock size={13} aria-hidden />}
          lack={
            review.mine
              ? null
              : t('It is closed in the workspace of {by}, where it was made.', { by: review.by })
          }
          onClick={() => setAsked('close')}
        >
          {t('Close…')}
        </AbleButton>
      )}
      {asked === 'easy' && <AcceptEasyDialog review={review} easy={easy} decide={decide} onClose={done} />}
      {asked === 'close' && <CloseReviewDialog review={review} onClose={done} />}
      {asked === 'delete' && <DeleteReviewDialog review={review} onClose={done} />}
      {asked === 'sign' && <SignReviewDialog review={review} onClose={done} />}
      {asked === 'take' && <TakeReviewDialog onClose={done} />}
    </HeaderSlot>
  );
}
