import { useRecord } from '@renderer/bridge/use-record';
import { environmentWords } from '@renderer/state/environment-words';
import { useStatus } from '@renderer/state/status-context';
import { useRoute } from '@renderer/state/use-route';
import { useScope } from '@renderer/state/use-scope';
import { capitalized } from '@renderer/ui/format/capitalized';
import { formatExact } from '@renderer/ui/format/format-time';
import { usePrinting } from '@renderer/ui/format/printing';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import classes from './print-head.module.css';

/** Parameters of a route that leave nothing out, or that the page below tells by name. */
const views: ReadonlySet<string> = new Set(['tab', 'sort', 'view', 'ends', 'group', 'review']);

/** What a parameter is called, where its name is short, or another word in German. */
const words: Readonly<Record<string, string>> = {
  org: t('Organization'),
  permission: t('Permission'),
  policy: t('Policy'),
  role: t('Role'),
  seats: t('Seats'),
  source: t('Source'),
  state: t('State'),
  text: t('Text'),
  where: t('Conditions'),
};

/** Over everything on paper: what it is, of which workspace, narrowed by what, as of when, and when it was printed. */
export function PrintHead({
  title,
  workspace,
}: {
  readonly title: string;
  readonly workspace: WorkspaceInfo;
}) {
  const printing = usePrinting();
  const scope = useScope();
  const { record } = useRecord('organization', scope);
  const params = useRoute(({ route }) => route.params);
  // A reader knows nobody by an id.
  const person = useRecord('user', params.person || null).record?.name;
  const org = useRecord('organization', params.org || null).record?.name;
  const names: Readonly<Record<string, string | undefined>> = { person, org };
  const asOf = useStatus()?.freshness.asOf ?? 0;
  if (!printing) return null;
  const filters = Object.entries(params).filter(([name, value]) => !views.has(name) && value !== '');
  return (
    <header className={classes.head} data-paper>
      <h1>{title}</h1>
      <p>
        {workspace.name} ({environmentWords[workspace.environment]})
        {scope !== null && `, ${t('only {name}', { name: record?.name ?? scope })}`}
      </p>
      {filters.length > 0 && (
        <p>
          {filters
            .map(([name, value]) => `${words[name] ?? capitalized(name)}: ${names[name] ?? value}`)
            .join(' · ')}
        </p>
      )}
      <p>
        {asOf === 0 ? t('No complete copy yet.') : t('Data as of {asOf}.', { asOf: formatExact(asOf) })}{' '}
        {t('Printed {at}.', { at: formatExact(Date.now()) })}
      </p>
    </header>
  );
}
