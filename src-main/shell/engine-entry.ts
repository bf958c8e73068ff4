import { languageVariable } from '@shared/language/language';
import { loadLanguage } from '@shared/language/load-language';

// Texts are made where their modules are: what is spoken is known before.
await loadLanguage(process.env[languageVariable]);
await import('./engine-process');
