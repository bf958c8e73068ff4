import './jitless';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './styles/print.css';
import './styles/tokens.css';
import './styles/mantine-variables.css';
import './styles/base.css';
import { keepEarlyMessages } from '@renderer/bridge/early-messages';
import { loadLanguage } from '@shared/language/load-language';

const handOn = keepEarlyMessages();
// Texts are made where their modules are: what is spoken is known before.
const spoken = await loadLanguage(window.tenantry?.language);
document.documentElement.lang = spoken === 'de' ? 'de' : 'en';
await import('./start');
handOn();
