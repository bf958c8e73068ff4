import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { capitalized } from '@renderer/ui/format/capitalized';
import type { AccessAnswer, Blocker, PathNode } from '@shared/domain/access/access-answer';
import { type EntityName, entityWords } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import {
  ArrowRight,
  Building2,
  CircleSlash,
  KeyRound,
  Layers,
  type LucideIcon,
  Network,
  ShieldCheck,
  UserRound,
} from 'lucide-react';
import classes from './access-chain.module.css';

const icons = new Map<EntityName, LucideIcon>([
  ['user', UserRound],
  ['membership', Building2],
  ['directory', Network],
  ['roleSet', Layers],
  ['role', ShieldCheck],
  ['permission', KeyRound],
]);

interface AccessChainProps {
  readonly answer: AccessAnswer;
  readonly permissionKey: string;
  readonly organizationId: string;
}

/** The way from a person to a permission, station by station; each is a link, and what bars stands at its station. */
export function AccessChain({ answer: { path, blockers }, permissionKey, organizationId }: AccessChainProps) {
  const barring = blockers.filter(({ bars }) => bars);
  const arrives = path.at(-1)?.key === permissionKey;
  return (
    <ol className={classes.chain} aria-label={t('The way to the permission')}>
      {path.map((node, index) => (
        <Station
          key={`${node.entity} ${node.id}`}
          node={node}
          first={index === 0}
          bars={barring.filter(({ entity, id }) => entity === node.entity && id === node.id)}
          organizationId={organizationId}
        />
      ))}
      {!arrives && (
        <li className={classes.step}>
          <span className={classes.arrow} data-broken>
            <CircleSlash size={16} aria-hidden />
          </span>
          <span className={classes.node} data-missing>
            <span className={classes.says}>{t('does not lead to')}</span>
            <span className={classes.label}>
              <KeyRound size={14} aria-hidden /> {permissionKey}
            </span>
            <span className={classes.kind}>{t('Permission')}</span>
          </span>
        </li>
      )}
    </ol>
  );
}

interface StationProps {
  readonly node: PathNode;
  readonly first: boolean;
  readonly bars: readonly Blocker[];
  readonly organizationId: string;
}

function Station({ node, first, bars, organizationId }: StationProps) {
  const { entity, id, key, label, says } = node;
  const Icon = icons.get(entity) ?? KeyRound;
  const target = RecordId.safeParse(id);
  return (
    <li className={classes.step}>
      {!first && (
        <span className={classes.arrow}>
          <ArrowRight size={16} aria-hidden />
        </span>
      )}
      <button
        type="button"
        className={classes.node}
        data-barred={bars.length > 0 || undefined}
        disabled={!target.success}
        onClick={() => goToRecord({ entity, recordId: id, organizationId })}
      >
        <span className={classes.says}>{says || t('who')}</span>
        <span className={classes.label}>
          <Icon size={14} aria-hidden /> <span className={classes.name}>{label}</span>
        </span>
        <span className={classes.kind}>
          {bars.length > 0 ? (
            <span className={classes.barred}>
              <CircleSlash size={11} aria-hidden /> {words[bars[0]?.kind ?? ''] ?? t('In the way')}
            </span>
          ) : (
            key || capitalized(entityWords[entity].one)
          )}
        </span>
      </button>
    </li>
  );
}

/** What a station says of what is in the way there. */
const words: Readonly<Record<string, string>> = {
  banned: t('Banned'),
  deprovisioned: t('Deprovisioned'),
  seat: t('No seat'),
  'role-unknown': t('No such role'),
  'role-lacks': t('Does not include it'),
};
