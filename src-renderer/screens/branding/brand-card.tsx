import { BrandLogo } from '@renderer/ui/brand/brand-logo';
import { brandLook } from '@renderer/ui/brand/brand-look';
import { brandVariables } from '@renderer/ui/brand/brand-preview';
import { markOfRecord } from '@renderer/ui/marks/mark-kind';
import { StateMark } from '@renderer/ui/marks/state-mark';
import classes from './brand-card.module.css';
import type { BrandingRow } from './branding-row';
import { VerdictMark } from './verdict-mark';

/** An organization's sign-in in small, and how it is read. */
export function BrandCard({ row }: { readonly row: BrandingRow }) {
  const look = brandLook(row.name, row.branding, row.logo);
  const mark = markOfRecord(row.state);
  return (
    <div className={classes.card}>
      <div
        className={classes.picture}
        data-unset={row.verdict.kind === 'unset' || undefined}
        style={brandVariables(look)}
        aria-hidden
      >
        <span className={classes.logo}>
          <BrandLogo look={look} />
        </span>
        <span className={classes.title}>{look.signInTitle}</span>
        <span className={classes.tagline}>{look.tagline}</span>
        <span className={classes.button}>Continue</span>
      </div>
      <div className={classes.foot}>
        <span className={classes.name}>{row.name}</span>
        {mark && <StateMark kind={mark} compact />}
        <VerdictMark verdict={row.verdict} />
      </div>
    </div>
  );
}
