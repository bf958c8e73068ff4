import { brandLook } from '@renderer/ui/brand/brand-look';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import type { Intent } from '@shared/domain/intent';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { shownBranding, shownValue } from './branding-edits';
import { BrandingForm } from './branding-form';
import { BrandingPreviews } from './branding-previews';
import classes from './branding-tab.module.css';
import { useBrandingForm } from './use-branding-form';

interface BrandingTabProps {
  readonly record: Organization;
  readonly openIntents: readonly Intent[];
}

/** Form left, live preview right. */
export function BrandingTab({ record, openIntents }: BrandingTabProps) {
  const form = useBrandingForm(record);
  const branding = shownBranding(record, form.typed);
  const look = brandLook(record.name, branding, shownValue(record, form.typed, 'logo'));
  return (
    <ScrollBody label={t('Branding')}>
      <div className={classes.columns}>
        <BrandingForm record={record} openIntents={openIntents} form={form} />
        <BrandingPreviews look={look} />
      </div>
    </ScrollBody>
  );
}
