import { compareBy, parseSorts } from '@renderer/screens/shared/sort-param';
import { type BrandVerdict, brandVerdict } from '@renderer/ui/brand/brand-verdict';
import type { FilterOption } from '@renderer/ui/controls/filter-option';
import type { Sort } from '@renderer/ui/list/virtual-table/column';
import type { RecordState } from '@shared/domain/records/envelope';
import type { Branding, Organization } from '@shared/domain/records/record-map';

/** What the branding screen holds of an organization. */
export interface BrandingRow {
  readonly id: Organization['id'];
  readonly name: string;
  readonly branding: Branding;
  readonly logo: string;
  /** What stands of its branding: a staged name is no staged branding. */
  readonly state: RecordState;
  readonly verdict: BrandVerdict;
}

export type BrandingKind = BrandVerdict['kind'] | 'no-logo' | 'staged';

export const defaultSort: Sort = { field: 'name', direction: 'asc' };

export const kindOptions: readonly (FilterOption & { readonly value: BrandingKind | '' })[] = [
  { value: '', label: 'All' },
  { value: 'unset', label: 'Without branding' },
  { value: 'poor', label: 'Hard to read' },
  { value: 'good', label: 'Readable' },
  { value: 'no-logo', label: 'Without a logo' },
  { value: 'staged', label: 'Staged' },
];

export function brandingRow({ id, name, branding, logo, state, staged }: Organization): BrandingRow {
  const touched = staged?.fields.some((field) => field === 'logo' || field.startsWith('branding.')) ?? false;
  return { id, name, branding, logo, state: touched ? state : 'synced', verdict: brandVerdict(branding) };
}

export function isOfKind({ verdict, logo, state }: BrandingRow, kind: string): boolean {
  if (kind === 'staged') return state !== 'synced';
  return kind === 'no-logo' ? logo === '' : verdict.kind === kind;
}

const orders: Readonly<Record<string, (a: BrandingRow, b: BrandingRow) => number>> = {
  name: (a, b) => a.name.localeCompare(b.name),
  text: (a, b) => a.verdict.text - b.verdict.text,
  primary: (a, b) => a.verdict.primary - b.verdict.primary,
};

/** Rows that the route asks for: `kind`, `text`, `sort`. */
export function brandingRows(
  rows: readonly BrandingRow[],
  params: Readonly<Record<string, string>>,
): readonly BrandingRow[] {
  const { kind, text = '' } = params;
  const needle = text.trim().toLowerCase();
  return rows
    .filter((row) => (!kind || isOfKind(row, kind)) && textOf(row).includes(needle))
    .sort(compareBy(orders, parseSorts(params.sort, defaultSort)));
}

function textOf({ name, branding }: BrandingRow): string {
  return [name, ...Object.values(branding)].join(' ').toLowerCase();
}
