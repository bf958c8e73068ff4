import { FacetStats } from '@renderer/screens/kit/facet-stats';
import type { RecordFilter } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import { BrandLogo } from '@renderer/ui/brand/brand-logo';
import { brandLook } from '@renderer/ui/brand/brand-look';
import { brandVariables } from '@renderer/ui/brand/brand-preview';
import { optionsOf } from '@renderer/ui/controls/filter-option';
import { markOfRecord } from '@renderer/ui/marks/mark-kind';
import { StateMark } from '@renderer/ui/marks/state-mark';
import type { Filter } from '@shared/contract/page';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { Palette } from 'lucide-react';
import classes from './brand-card.module.css';
import { brandingColumns } from './branding-columns';
import { BrandingInspector } from './branding-inspector';
import { editBranding } from './edit-branding';
import { VerdictMark } from './verdict-mark';

/** What stands of its branding: a staged name is no staged branding. */
const brandMark = ({ brandStaged, state }: Organization) => (brandStaged ? markOfRecord(state) : null);

/** An organization's sign-in in small, and how it is read. */
function BrandCard({ record }: { readonly record: Organization }) {
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

const kinds = {
  unset: { label: t('Not branded'), field: 'brandVerdict', value: 'unset' },
  poor: { label: t('Hard to read'), field: 'brandVerdict', value: 'poor' },
  good: { label: t('Readable'), field: 'brandVerdict', value: 'good' },
  'no-logo': { label: t('No logo'), field: 'hasLogo', value: false },
  staged: { label: t('Staged'), field: 'brandStaged', value: true },
} as const;

const figures = Object.entries(kinds).map(([kind, figure]) => ({ ...figure, params: { kind } }));

const isKind = (kind: string): kind is keyof typeof kinds => Object.hasOwn(kinds, kind);

const filters: readonly RecordFilter[] = [
  {
    param: 'kind',
    label: t('Branding'),
    options: optionsOf(Object.fromEntries(Object.entries(kinds).map(([kind, { label }]) => [kind, label]))),
    where: (kind): readonly Filter[] => {
      if (!isKind(kind)) return [];
      const { field, value } = kinds[kind];
      return [{ field, op: 'eq', value }];
    },
  },
];

const gallery = { width: 228, height: 176, render: BrandCardOf };

function BrandCardOf(record: Parameters<typeof BrandCard>[0]['record']) {
  return <BrandCard record={record} />;
}

/** How every organization looks to its visitors: which have no branding, which cannot be read. */
export function OrganizationBrandings() {
  return (
    <RecordScreen
      entity="organization"
      screen="branding"
      label={t('Branding')}
      columns={brandingColumns}
      filters={filters}
      head={<FacetStats entity="organization" label={t('Organizations by branding')} figures={figures} />}
      gallery={gallery}
      inspector={(id, onClose) => <BrandingInspector id={id} onClose={onClose} />}
      edit={editBranding}
      icon={Palette}
      teach={t('Organizations appear here as their visitors see them.')}
    />
  );
}
