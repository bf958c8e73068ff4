import { catalogOf } from './catalog-of';
import contract from './de/contract.json';
import domain from './de/domain.json';
import domainAccess from './de/domain-access.json';
import domainBooks from './de/domain-books.json';
import domainCopyAs from './de/domain-copy-as.json';
import domainFigures from './de/domain-figures.json';
import domainFilter from './de/domain-filter.json';
import domainFindings from './de/domain-findings.json';
import domainImport from './de/domain-import.json';
import domainKinds from './de/domain-kinds.json';
import domainLimits from './de/domain-limits.json';
import domainModels from './de/domain-models.json';
import domainPlan from './de/domain-plan.json';
import domainReconcile from './de/domain-reconcile.json';
import domainRecords from './de/domain-records.json';
import domainReviews from './de/domain-reviews.json';
import domainRules from './de/domain-rules.json';
import domainStaging from './de/domain-staging.json';
import domainTemplates from './de/domain-templates.json';
import domainViews from './de/domain-views.json';
import mainAccess from './de/main-access.json';
import mainAudit from './de/main-audit.json';
import mainBooks from './de/main-books.json';
import mainDesk from './de/main-desk.json';
import mainDoctor from './de/main-doctor.json';
import mainEngine from './de/main-engine.json';
import mainExport from './de/main-export.json';
import mainFindings from './de/main-findings.json';
import mainFleet from './de/main-fleet.json';
import mainIdentity from './de/main-identity.json';
import mainImport from './de/main-import.json';
import mainOverview from './de/main-overview.json';
import mainReconcile from './de/main-reconcile.json';
import mainReviews from './de/main-reviews.json';
import mainShell from './de/main-shell.json';
import mainSnapshot from './de/main-snapshot.json';
import mainStore from './de/main-store.json';
import mainSync from './de/main-sync.json';
import mainUpdates from './de/main-updates.json';
import mainWorkspace from './de/main-workspace.json';
import rendererApp from './de/renderer-app.json';
import rendererBridge from './de/renderer-bridge.json';
import rendererDrafts from './de/renderer-drafts.json';
import rendererFields from './de/renderer-fields.json';
import rendererState from './de/renderer-state.json';
import rendererUi from './de/renderer-ui.json';
import screensAccess from './de/screens-access.json';
import screensApplications from './de/screens-applications.json';
import screensBaseline from './de/screens-baseline.json';
import screensBranding from './de/screens-branding.json';
import screensChanges from './de/screens-changes.json';
import screensConnections from './de/screens-connections.json';
import screensDevelopers from './de/screens-developers.json';
import screensDoctor from './de/screens-doctor.json';
import screensDomains from './de/screens-domains.json';
import screensDrop from './de/screens-drop.json';
import screensFindPerson from './de/screens-find-person.json';
import screensFindings from './de/screens-findings.json';
import screensFirstRun from './de/screens-first-run.json';
import screensHistory from './de/screens-history.json';
import screensInstance from './de/screens-instance.json';
import screensKit from './de/screens-kit.json';
import screensLimits from './de/screens-limits.json';
import screensMemberships from './de/screens-memberships.json';
import screensOrganization from './de/screens-organization.json';
import screensOrganizations from './de/screens-organizations.json';
import screensOverview from './de/screens-overview.json';
import screensPeople from './de/screens-people.json';
import screensPlanBook from './de/screens-plan-book.json';
import screensPlans from './de/screens-plans.json';
import screensPolicies from './de/screens-policies.json';
import screensReviews from './de/screens-reviews.json';
import screensRoles from './de/screens-roles.json';
import screensSettings from './de/screens-settings.json';
import screensShared from './de/screens-shared.json';
import screensSignUp from './de/screens-sign-up.json';
import screensSync from './de/screens-sync.json';
import screensTemplates from './de/screens-templates.json';
import type { Catalog } from './speak';

/** German, room by room; written by `npm run words`. */
export const german: Catalog = catalogOf([
  contract,
  domain,
  domainAccess,
  domainBooks,
  domainCopyAs,
  domainFigures,
  domainFilter,
  domainFindings,
  domainImport,
  domainKinds,
  domainLimits,
  domainModels,
  domainPlan,
  domainReconcile,
  domainRecords,
  domainReviews,
  domainRules,
  domainStaging,
  domainTemplates,
  domainViews,
  mainAccess,
  mainAudit,
  mainBooks,
  mainDesk,
  mainDoctor,
  mainEngine,
  mainExport,
  mainFindings,
  mainFleet,
  mainIdentity,
  mainImport,
  mainOverview,
  mainReconcile,
  mainReviews,
  mainShell,
  mainSnapshot,
  mainStore,
  mainSync,
  mainUpdates,
  mainWorkspace,
  rendererApp,
  rendererBridge,
  rendererDrafts,
  rendererFields,
  rendererState,
  rendererUi,
  screensAccess,
  screensApplications,
  screensBaseline,
  screensBranding,
  screensChanges,
  screensConnections,
  screensDevelopers,
  screensDoctor,
  screensDomains,
  screensDrop,
  screensFindPerson,
  screensFindings,
  screensFirstRun,
  screensHistory,
  screensInstance,
  screensKit,
  screensLimits,
  screensMemberships,
  screensOrganization,
  screensOrganizations,
  screensOverview,
  screensPeople,
  screensPlanBook,
  screensPlans,
  screensPolicies,
  screensReviews,
  screensRoles,
  screensSettings,
  screensShared,
  screensSignUp,
  screensSync,
  screensTemplates,
]);
