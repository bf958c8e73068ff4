import { csvEncoder } from '@main/export/encode-text';
import type { SigningKey } from '@main/reconcile/four-eyes/signing-key';
import { digestOf } from '@main/reconcile/four-eyes/signing-key';
import type { TextFile } from '@shared/contract/four-eyes';
import type { reviewFormats } from '@shared/contract/reviews';
import type { JsonObject } from '@shared/domain/json';
import type { Evidence } from '@shared/domain/reviews/evidence';
import { entraColumns, vantaColumns } from '@shared/domain/reviews/report-columns';
import type { ReviewItem } from '@shared/domain/reviews/review';
import { undecided } from '@shared/domain/reviews/standings';
import type { HeldReview } from './kept-reviews';
import { type ReviewFile, writtenAs } from './verify-review';

export interface ReportParts {
  readonly held: HeldReview;
  readonly items: readonly ReviewItem[];
  readonly evidence: readonly Evidence[];
  readonly key: SigningKey;
  readonly signer: string;
  /** ms */
  readonly now: number;
}

/** A review as a file: signed and whole, or the columns that other tools take, formulas defused. */
export function reportOf(parts: ReportParts, format: (typeof reviewFormats)[number]): TextFile {
  const slug = parts.held.campaign.name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const name = slug || 'review';
  return format === 'json'
    ? { fileName: `${name}.review.json`, text: writtenAs(fileOf(parts)) }
    : {
        fileName: `${name}.${format}.csv`,
        text: tableOf(parts, { entra: entraColumns, vanta: vantaColumns }[format]),
      };
}

function fileOf({ held, items, evidence, key, signer, now }: ReportParts): ReviewFile {
  const { campaign, signature, chains, closing } = held;
  const signed = closing === null ? null : { ...closing, evidence: undefined };
  const content = JSON.parse(
    JSON.stringify({ campaign, signature, items, chains, closing: signed, evidence }),
  ) as JsonObject;
  const seal = { by: signer, at: now, publicKey: key.publicKey, content: digestOf(content) };
  return { ...content, seal: { ...seal, signature: key.sign(seal) } } as unknown as ReviewFile;
}

function tableOf({ held, items, evidence }: ReportParts, columns: typeof entraColumns): string {
  const seen = new Map(evidence.map((one) => [one.item, one]));
  const rows = items.map((item) =>
    columns(held, {
      item,
      standing: held.standing.get(item.membershipId) ?? undecided,
      evidence: seen.get(item.membershipId) ?? null,
    }),
  );
  const names = Object.keys(rows[0] ?? {});
  const encoder = csvEncoder(names.map((path) => ({ path, kind: 'text' as const })));
  const cells = rows.map((row) => names.map((name) => row[name] ?? ''));
  const parts = [
    ...encoder.begin(),
    ...encoder.rows(cells.map((values) => ({ values, cells: values }))),
    ...encoder.end(),
  ];
  return Buffer.concat(parts).toString('utf8');
}
