import { ActionIcon, Menu } from '@mantine/core';
import { joinSets, withdrawSet } from '@renderer/state/change-sets';
import type { ChangeSetSummary } from '@shared/contract/change-sets';
import type { SignedReview } from '@shared/contract/four-eyes';
import { t } from '@shared/language/t';
import { Ellipsis } from 'lucide-react';
import type { Signing } from './sign-dialog';

interface SetMenuProps {
  readonly set: ChangeSetSummary;
  readonly others: readonly ChangeSetSummary[];
  readonly review: SignedReview | null;
  readonly onRename: () => void;
  readonly onSign: (signing: Signing) => void;
  readonly onTakeBack: () => void;
}

/** What can be done with one change set. */
export function SetMenu({ set, others, review, onRename, onSign, onTakeBack }: SetMenuProps) {
  const foreign = review !== null && !review.author.self;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('Actions of {title}', { title: set.title })}>
          <Ellipsis size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onRename}>{t('Rename, ticket…')}</Menu.Item>
        <Menu.Item disabled={set.open === 0} onClick={() => onSign('export')}>
          {t('Save as a signed file…')}
        </Menu.Item>
        {foreign && <Menu.Item onClick={() => onSign('approved')}>{t('Approve…')}</Menu.Item>}
        {foreign && <Menu.Item onClick={() => onSign('refused')}>{t('Refuse…')}</Menu.Item>}
        <Menu.Divider />
        {others.length > 0 && set.open > 0 && <Menu.Label>{t('Join into')}</Menu.Label>}
        {set.open > 0 &&
          others.map((other) => (
            <Menu.Item key={other.id} onClick={() => void joinSets(set, other)}>
              {other.title}
            </Menu.Item>
          ))}
        {others.length > 0 && set.open > 0 && <Menu.Divider />}
        <Menu.Item disabled={set.applied === 0} onClick={onTakeBack}>
          {t('Take back what was applied…')}
        </Menu.Item>
        <Menu.Item c="var(--refused)" disabled={set.open === 0} onClick={() => void withdrawSet(set)}>
          {t('Withdraw all')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
