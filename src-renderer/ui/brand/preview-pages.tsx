import type { ReactNode } from 'react';
import { BrandLogo } from './brand-logo';
import type { BrandLook } from './brand-look';
import classes from './brand-preview.module.css';

interface PageProps {
  readonly look: BrandLook;
}

// The service's own pages: what stands on them is in its words, whatever this window speaks.

export function SignInPage({ look }: PageProps) {
  return (
    <Card look={look} title={look.signInTitle} text={look.tagline}>
      <span className={classes.outlined}>Continue with single sign-on</span>
      <span className={classes.or}>or</span>
      <Field label="Email address" value={`dana@${domainOf(look)}`} />
      <span className={classes.primary}>Continue</span>
      <span className={classes.foot}>
        No account? <span className={classes.link}>Sign up</span>
      </span>
    </Card>
  );
}

export function SignUpPage({ look }: PageProps) {
  return (
    <Card look={look} title={`Join ${look.name}`} text={look.tagline}>
      <Field label="Full name" value="Dana Whitfield" />
      <Field label="Email address" value={`dana@${domainOf(look)}`} />
      <span className={classes.primary}>Create account</span>
      <span className={classes.foot}>
        Have an account? <span className={classes.link}>Sign in</span>
      </span>
      {look.terms && (
        <span className={classes.foot}>
          You accept the <span className={classes.link}>terms</span>
        </span>
      )}
    </Card>
  );
}

export function SecondFactorPage({ look }: PageProps) {
  return (
    <Card look={look} title="Check your phone" text={`Enter the code for ${look.name}.`}>
      <span className={classes.digits}>
        {['4', '8', '1', '', '', ''].map((digit, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: six places that never move
          <span key={place} className={classes.digit} data-next={place === 3 || undefined}>
            {digit}
          </span>
        ))}
      </span>
      <span className={classes.primary}>Verify</span>
      <span className={classes.foot}>
        <span className={classes.link}>Send a new code</span>
      </span>
    </Card>
  );
}

export function EmailPage({ look }: PageProps) {
  return (
    <span className={classes.email}>
      <span className={classes.emailHead}>
        <strong>{look.name}</strong> · Your sign-in code
      </span>
      <Card look={look} title={`Your code for ${look.name}`} text="It is good for ten minutes.">
        <span className={classes.code}>481 206</span>
        <span className={classes.primary}>Open {look.name}</span>
      </Card>
    </span>
  );
}

export function SmsPage({ look }: PageProps) {
  return (
    <span className={classes.sms}>
      <span className={classes.smsFrom}>{look.name}</span>
      <span className={classes.bubble}>481206 is your code for {look.name}. Do not share it.</span>
    </span>
  );
}

function Card({
  look,
  title,
  text,
  children,
}: PageProps & { readonly title: string; readonly text: string; readonly children: ReactNode }) {
  return (
    <span className={classes.card}>
      <BrandLogo look={look} />
      <span className={classes.title}>{title}</span>
      {text && <span className={classes.text}>{text}</span>}
      <span className={classes.content}>{children}</span>
      {look.supportEmail && <span className={classes.support}>Help: {look.supportEmail}</span>}
    </span>
  );
}

function Field({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <span className={classes.field}>
      <span className={classes.label}>{label}</span>
      <span className={classes.input}>{value}</span>
    </span>
  );
}

const domainOf = ({ supportEmail }: BrandLook): string => supportEmail.split('@')[1] || 'example.com';
