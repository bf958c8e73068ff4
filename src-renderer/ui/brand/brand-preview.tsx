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

/** A page of the organization as a visitor would see it; a picture, nothing in it can be pressed. */
export function BrandPreview({ look, kind, device }: BrandPreviewProps) {
  const Page = pages[kind];
  return (
    <div
      className={classes.device}
      data-device={device}
      data-kind={kind}
      role="img"
      aria-label={`Preview of the ${kind.replace('-', ' ')} page of ${look.name} on a ${device}`}
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
