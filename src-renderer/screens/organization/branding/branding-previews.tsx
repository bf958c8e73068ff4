import { SegmentedControl } from '@mantine/core';
import type { BrandLook } from '@renderer/ui/brand/brand-look';
import { BrandPreview, type PreviewDevice, type PreviewKind } from '@renderer/ui/brand/brand-preview';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './branding-tab.module.css';

const kinds: { readonly value: PreviewKind; readonly label: string }[] = [
  { value: 'sign-in', label: t('Sign-in') },
  { value: 'sign-up', label: t('Sign-up') },
  { value: 'second-factor', label: t('Second factor') },
  { value: 'email', label: t('Email') },
  { value: 'sms', label: t('SMS') },
];

const devices: { readonly value: PreviewDevice; readonly label: string }[] = [
  { value: 'desktop', label: t('Desktop') },
  { value: 'phone', label: t('Phone') },
];

/** What visitors will see, as it is typed. */
export function BrandingPreviews({ look }: { readonly look: BrandLook }) {
  const [kind, setKind] = useState<PreviewKind>('sign-in');
  const [device, setDevice] = useState<PreviewDevice>('desktop');
  return (
    <section className={classes.previews} aria-label={t('Live preview')}>
      <div className={classes.choices}>
        <Choice label={t('Page to preview')} data={kinds} value={kind} onChange={setKind} />
        <Choice label={t('Device to preview on')} data={devices} value={device} onChange={setDevice} />
      </div>
      <div className={classes.stage}>
        <BrandPreview look={look} kind={kind} device={device} />
      </div>
    </section>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly data: { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, ...choice }: ChoiceProps<T>) {
  return (
    <SegmentedControl
      size="xs"
      withItemsBorders={false}
      classNames={{ label: classes.choice }}
      aria-label={label}
      {...choice}
    />
  );
}
