import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { listenForEngine } from '@renderer/bridge/listen-for-engine';
import { start } from '@renderer/state/follow-link';
import { keepScope } from '@renderer/state/use-scope';
import { loadSession } from '@renderer/state/workspaces';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { theme } from './theme';

listenForEngine();
keepScope();
void loadSession().then(start);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={localStorageColorSchemeManager({ key: 'tenantry-color-scheme' })}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {/* Below dialogs (200): what went well covers none of their buttons; a failure is raised above them (styles/base.css). */}
      <Notifications position="bottom-right" zIndex={190} limit={3} />
      <App />
    </MantineProvider>
  </StrictMode>,
);
