import { BrandLogo } from '@renderer/ui/brand/brand-logo';
import { brandLook } from '@renderer/ui/brand/brand-look';
import { brandVariables } from '@renderer/ui/brand/brand-preview';
import { markOfRecord } from '@renderer/ui/marks/mark-kind';
import { StateMark } from '@renderer/ui/marks/state-mark';
import type { Organization } from '@shared/domain/records/record-map';
import classes from './brand-card.module.css';
import { VerdictMark } from './verdict-mark';

/** What stands of its branding: a staged name is no staged branding. */
const brandMark = ({ brandStaged, state }: Organization) => (brandStaged ? markOfRecord(state) : null);

/** An organization's sign-in in small, and how it is read. */
export function BrandCard({ record }: { readonly record: Organization }) {
  const look = brandLook(record.name, record.branding, record.logo);
  const mark = brandMark(record);
  return (
    <div className={classes.card}>
      <div
        className={classes.picture}
        data-unset={record.brandVerdict === 'unset' || undefined}
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
        <span className={classes.name}>{record.name}</span>
        {mark && <StateMark kind={mark} compact />}
        <VerdictMark record={record} />
      </div>
    </div>
  );
}
