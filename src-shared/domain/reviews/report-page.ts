import { pluralLanguage } from '../../language/speak';
import { t } from '../../language/t';
import { evidenceText } from './evidence';
import type { ReportHead, ReportLine } from './report-columns';
import { isOwn } from './review';
import { type Standing, spoken } from './standings';

const words: Readonly<Record<Standing['decision'], string>> = {
  keep: t('Keep'),
  revoke: t('Revoke'),
  unknown: t('Don’t know'),
  open: t('Not reviewed'),
  disputed: t('Disputed'),
};
const advice = { keep: t('Keep'), revoke: t('Revoke'), none: t('Look at it') } as const;

/** Everything that people wrote, as text and never as markup. */
const text = (raw: string): string => raw.replaceAll(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** `2026-11-27 14:02 UTC`: the same whoever prints it; `never` for 0. */
const time = (ms: number): string =>
  ms === 0 ? t('never') : `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/**
 * A review as a page to be printed: what was frozen, how it ended, and each item with its decision and evidence, by organization. HTML without
 * script, pictures and network. @param hash of the frozen campaign
 */
export function reportPage(head: ReportHead, hash: string, lines: readonly ReportLine[]): string {
  const { campaign, closing } = head;
  const count = (decision: Standing['decision']): number =>
    lines.filter(({ standing }) => standing.decision === decision).length;
  const proven = lines.filter(({ evidence }) => evidence?.state === 'verified').length;
  const facts: readonly (readonly [string, string])[] = [
    [t('Scope'), campaign.scopeText],
    [t('Frozen'), t('{at}, by {by}', { at: time(campaign.createdAt), by: campaign.by })],
    [
      t('Copy of the service'),
      t('{service}, as of {asOf}', { service: campaign.service, asOf: time(campaign.asOf) }),
    ],
    [t('Reviewers'), campaign.reviewers.join(', ') || t('anybody')],
    [
      t('Closed'),
      closing === null ? t('not yet') : t('{at}, by {by}', { at: time(closing.at), by: closing.by }),
    ],
    [
      t('Items'),
      t(
        '{all, number}: {kept, number} kept, {revoked, number} revoked, {unknown, number} not known, {disputed, number} disputed, {open, number} not reviewed',
        {
          all: lines.length,
          kept: count('keep'),
          revoked: count('revoke'),
          unknown: count('unknown'),
          disputed: count('disputed'),
          open: count('open'),
        },
      ),
    ],
    [
      t('Revocations read back gone'),
      t('{proven, number} of {total, number}', { proven, total: count('revoke') }),
    ],
    [t('Note'), campaign.note],
    [t('Hash'), hash],
  ];
  const rows = facts.filter(([, value]) => value !== '').map(factRow);
  const groups = groupsOf(lines).map(groupTable);
  return `<!doctype html>
<html lang="${pluralLanguage()}">
<head><meta charset="utf-8"><title>${text(campaign.name)}</title><style>${style}</style></head>
<body>
<h1>${text(campaign.name)}</h1>
<table class="facts">${rows.join('')}</table>
${groups.join('')}
<p>${text(signedNote)}</p>
</body>
</html>
`;
}

const factRow = ([name, value]: readonly [string, string]): string =>
  `<tr><th scope="row">${name}</th><td>${text(value)}</td></tr>`;

function groupsOf(lines: readonly ReportLine[]): readonly (readonly ReportLine[])[] {
  const groups = new Map<string, ReportLine[]>();
  const sorted = lines.toSorted(
    ({ item: a }, { item: b }) =>
      a.organizationName.localeCompare(b.organizationName) || a.userName.localeCompare(b.userName),
  );
  for (const line of sorted) {
    const own = groups.get(line.item.organizationId);
    if (own === undefined) groups.set(line.item.organizationId, [line]);
    else own.push(line);
  }
  return [...groups.values()];
}

const columns = [t('Person'), t('Role'), t('Last seen'), t('Recommended'), t('Decided'), t('Evidence')];

function groupTable(lines: readonly ReportLine[]): string {
  const name = lines[0]?.item.organizationName ?? '';
  const head = columns.map((column) => `<th scope="col">${column}</th>`).join('');
  return `<h2>${text(name)}</h2>
<table class="items"><thead><tr>${head}</tr></thead><tbody>
${lines.map(lineRow).join('\n')}
</tbody></table>
`;
}

function lineRow({ item, standing, evidence }: ReportLine): string {
  const { verdict, reasons } = item.recommendation;
  const decided = spoken(standing).map(({ decision, by, at, note }) => {
    const isNamed = standing.decision === 'disputed' || standing.decision === 'open';
    const who = isOwn(item, by) ? t('{by} (own access)', { by }) : by;
    return `${isNamed ? `${words[decision]}: ` : ''}${who}, ${time(at)}${note && `: ${note}`}`;
  });
  const cells = [
    [item.userName, item.userEmail],
    [item.roleName],
    [time(Math.max(item.lastSignInAt, item.lastActiveAt))],
    [advice[verdict], reasons.map((reason) => reason.text).join(' ')],
    [words[standing.decision], ...decided],
    [evidence === null ? '' : evidenceText(evidence, time)],
  ];
  const cell = ([first = '', ...more]: readonly string[]): string =>
    `<td>${text(first)}${more.map((line) => `<small>${text(line)}</small>`).join('')}</td>`;
  return `<tr>${cells.map(cell).join('')}</tr>`;
}

const signedNote = t(
  'The signed file of this review holds the same, and verifies without a workspace: tenantry review verify FILE.',
);

const style = `
body { font: 10pt/1.4 sans-serif; color: #111; margin: 0 auto; max-width: 1100px; }
h1 { font-size: 18pt; margin: 0 0 8pt; } h2 { font-size: 12pt; margin: 16pt 0 4pt; break-after: avoid; }
table { width: 100%; border-collapse: collapse; } .items { table-layout: fixed; } .facts { width: auto; }
.items th:nth-child(1) { width: 20%; } .items th:nth-child(2) { width: 9%; } .items th:nth-child(3) { width: 10%; }
.items th:nth-child(4) { width: 24%; } .items th:nth-child(5) { width: 17%; }
th, td { text-align: left; vertical-align: top; padding: 3pt 10pt 3pt 0; border-bottom: 1px solid #ccc; overflow-wrap: anywhere; }
thead { display: table-header-group; } tr { break-inside: avoid; } small { display: block; color: #444; }
`;
