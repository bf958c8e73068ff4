import { t } from '@shared/language/t';
import type { ComponentType, CSSProperties } from 'react';
import type { BrandLook } from './brand-look';
import classes from './brand-preview.module.css';
import { EmailPage, SecondFactorPage, SignInPage, SignUpPage, SmsPage } from './preview-pages';

export type PreviewKind = 'sign-in' | 'sign-up' | 'second-factor' | 'email' | 'sms';
export type PreviewDevice = 'desktop' | 'phone';

interface BrandPreviewProps {
  readonly look: BrandLook;
  readonly kind: PreviewKind;
  readonly device: PreviewDevice;
}

const pages: Readonly<Record<PreviewKind, ComponentType<{ readonly look: BrandLook }>>> = {
  'sign-in': SignInPage,
  'sign-up': SignUpPage,
  'second-factor': SecondFactorPage,
  email: EmailPage,
  sms: SmsPage,
};

const pageWords: Readonly<Record<PreviewKind, string>> = {
  'sign-in': t('sign in'),
  'sign-up': t('sign up'),
  'second-factor': t('second factor'),
  email: t('email'),
  sms: t('sms'),
};

type Shown = Readonly<Record<'page' | 'name', string>>;
const labels: Readonly<Record<PreviewDevice, (shown: Shown) => string>> = {
  desktop: (shown) => t('Preview of the {page} page of {name} on a desktop', shown),
  phone: (shown) => t('Preview of the {page} page of {name} on a phone', shown),
};

/** A page of the organization as a visitor would see it; a picture, nothing in it can be pressed. */
export function BrandPreview({ look, kind, device }: BrandPreviewProps) {
  const Page = pages[kind];
  return (
    <div
      className={classes.device}
      data-device={device}
      data-kind={kind}
      role="img"
      aria-label={labels[device]({ page: pageWords[kind], name: look.name })}
      style={brandVariables(look)}
    >
      {device === 'desktop' && kind !== 'sms' && (
        <span className={classes.bar}>
          <span />
          <span />
          <span />
        </span>
      )}
      <div className={classes.page} aria-hidden>
        <Page look={look} />
      </div>
    </div>
  );
}

/** The look as the style sheet's own variables. */
export function brandVariables(look: BrandLook): CSSProperties {
  return {
    '--brand-primary': look.primary,
    '--brand-on-primary': look.onPrimary,
    '--brand-background': look.background,
    '--brand-text': look.text,
  } as CSSProperties;
}
