import type { CheckName, DoctorCheck } from '@shared/contract/doctor';
import type { EngineStatus } from '@shared/contract/status';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';

/** What a report is made of; what could not be asked is null. */
export interface Findings {
  readonly checks: readonly DoctorCheck[];
  readonly workspace: Pick<WorkspaceInfo, 'scenario' | 'kind' | 'environment' | 'protection'> | null;
  readonly status: EngineStatus | null;
  /** Ms since 1970. */
  readonly madeAt: number;
}

/** Its files by name, as text. */
export type Report = Readonly<Record<string, string>>;

/** Checks whose figures are ours and begin with a number; all other words of what is wrong may be somebody's. */
const counted: ReadonlySet<CheckName> = new Set(['disk', 'file', 'journal', 'clock']);

/** So many, in English or German: `1,200 of `, `0.3 GB `. */
const figure = /^\d[\d.,]* /;

/** The network's own code in a message: `ENOTFOUND`, `ERR_CERT_DATE_INVALID`, `status 403`, `Status 403`. */
const networkCode = /\((?:([A-Z][A-Z0-9_]{3,})|[Ss]tatus (\d{3}))\)/;

function seenIn(detail: string): string | undefined {
  const [, code, status] = networkCode.exec(detail) ?? [];
  return status === undefined ? code : `status ${status}`;
}

function isOurs({ name, state, detail }: DoctorCheck): boolean {
  if (name === 'workspace') return false;
  return state === 'wrong' ? counted.has(name) && figure.test(detail) : true;
}

function toldOf(check: DoctorCheck): object {
  const { name, state, code, detail } = check;
  const seen = name === 'network' && state === 'wrong' ? seenIn(detail) : undefined;
  return { name, state, code, ...(isOurs(check) && { detail }), ...(seen !== undefined && { seen }) };
}

/**
 * The files of a report that may be sent to somebody else, by name, as text. Only what is named here goes in: states, codes, counts
 * and settings; no name, address, path, id or key, and no words of the service.
 */
export function makeReport({ checks, workspace, status, madeAt }: Findings): Report {
  const versions = checks.filter(({ name }) => name === 'version').map(({ detail }) => detail);
  const files = {
    'versions.json': { madeAt: new Date(madeAt).toISOString(), versions },
    'checks.json': checks.map(toldOf),
    'settings.json': {
      workspace: workspace && {
        scenario: workspace.scenario,
        kind: workspace.kind,
        environment: workspace.environment,
        protection: workspace.protection,
      },
      ...(status && {
        freshness: status.freshness.kind,
        autoReconcile: status.autoReconcile,
        approvalRequired: status.approvalRequired,
        capabilities: Object.fromEntries(
          Object.entries(status.capabilities).map(([name, capability]) => [name, capability?.state]),
        ),
      }),
    },
    'counts.json': status && {
      records: status.counts,
      openEdits: status.intents,
      lists: status.collections.map(({ entity, phase, failure, unreadCount }) => {
        return { entity, phase, code: failure?.code ?? null, unread: unreadCount };
      }),
    },
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, `${JSON.stringify(content, null, 2)}\n`]),
  );
}
