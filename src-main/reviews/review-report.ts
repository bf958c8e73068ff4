import { csvEncoder } from '@main/export/encode-text';
import { writtenAs } from '@main/reconcile/four-eyes/read-signed-file';
import type { SigningKey } from '@main/reconcile/four-eyes/signing-key';
import type { TextFile } from '@shared/contract/four-eyes';
import type { reviewFormats } from '@shared/contract/reviews';
import type { JsonObject } from '@shared/domain/json';
import type { Evidence } from '@shared/domain/reviews/evidence';
import { entraColumns, type ReportLine, vantaColumns } from '@shared/domain/reviews/report-columns';
import { reportPage } from '@shared/domain/reviews/report-page';
import type { ReviewItem } from '@shared/domain/reviews/review';
import { undecided } from '@shared/domain/reviews/standings';
import type { HeldReview } from './kept-reviews';
import { type ReviewFile, sealOf } from './verify-review';

export interface ReportParts {
  readonly held: HeldReview;
  readonly items: readonly ReviewItem[];
  readonly evidence: readonly Evidence[];
  readonly key: SigningKey;
  readonly signer: string;
  /** ms */
  readonly now: number;
}

/** What the file of a review is called, without its ending. */
export function fileNameOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return slug || 'review';
}

/** A review as a file: signed and whole, or the columns that other tools take, formulas defused. */
export function reportOf(parts: ReportParts, format: (typeof reviewFormats)[number]): TextFile {
  const name = fileNameOf(parts.held.campaign.name);
  switch (format) {
    case 'json':
      return { fileName: `${name}.review.json`, text: writtenAs(fileOf(parts)) };
    case 'html':
      return { fileName: `${name}.html`, text: reportPage(parts.held, parts.held.hash, linesOf(parts)) };
    case 'entra':
      return { fileName: `${name}.entra.csv`, text: tableOf(parts, entraColumns) };
    case 'vanta':
      return { fileName: `${name}.vanta.csv`, text: tableOf(parts, vantaColumns) };
  }
}

function fileOf({ held, items, evidence, key, signer, now }: ReportParts): ReviewFile {
  const { campaign, signature, chains, closing } = held;
  const signed = closing === null ? null : { ...closing, evidence: undefined, evidenceAt: undefined };
  const content = JSON.parse(
    JSON.stringify({ campaign, signature, items, chains, closing: signed, evidence }),
  ) as JsonObject;
  return { ...content, seal: sealOf(content, { by: signer, at: now }, key) } as unknown as ReviewFile;
}

function linesOf({ held, items, evidence }: ReportParts): readonly ReportLine[] {
  const seen = new Map(evidence.map((one) => [one.item, one]));
  return items.map((item) => ({
    item,
    standing: held.standing.get(item.membershipId) ?? undecided,
    evidence: seen.get(item.membershipId) ?? null,
  }));
}

function tableOf(parts: ReportParts, columns: typeof entraColumns): string {
  const rows = linesOf(parts).map((line) => columns(parts.held, line));
  const names = Object.keys(rows[0] ?? {});
  const encoder = csvEncoder(names.map((path) => ({ path, kind: 'text' as const })));
  const cells = rows.map((row) => names.map((name) => row[name] ?? ''));
  const chunks = [
    ...encoder.begin(),
    ...encoder.rows(cells.map((values) => ({ values, cells: values }))),
    ...encoder.end(),
  ];
  return Buffer.concat(chunks).toString('utf8');
}
