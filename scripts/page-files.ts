import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/**
 * The window's code in few files, as main answers for each of them: what the language needs, which runs before any module with
 * texts; packages; what several screens share. Anything else lies with its screen.
 */
export const pageGroups = [
  {
    name: 'first',
    test: /src-shared[\\/]language[\\/](?!de[\\/]|german)|bridge[\\/]early-messages|app[\\/]jitless/,
    priority: 3,
  },
  { name: 'packages', test: /node_modules/, minShareCount: 2, priority: 2 },
  { name: 'shared', test: /src-(shared|renderer)[\\/]/, minShareCount: 2, priority: 1 },
];

/** What every start loads behind the language, and the text face that the first words are drawn in. */
const atStart = ['src-renderer/app/start.tsx', 'src-renderer/screens/overview/overview-screen.tsx'];
const face = /inter-latin-wght-normal-[\w-]+\.woff2$/;

/** Has the page ask for the files of its start at once, not one file after the other. */
export function preloadStart(): Plugin {
  return {
    name: 'preload-start',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
        const files = new Set<string>();
        const add = (chunk: Rolldown.OutputChunk): void => {
          if (files.has(chunk.fileName)) return;
          files.add(chunk.fileName);
          for (const name of chunk.imports) {
            const imported = byName.get(name);
            if (imported) add(imported);
          }
          for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
        };
        for (const module of atStart) {
          const chunk = chunks.find(({ facadeModuleId }) =>
            facadeModuleId?.replaceAll('\\', '/').endsWith(module),
          );
          if (!chunk) throw new Error(`${module} is no file of its own: the page cannot ask for it`);
          add(chunk);
        }
        for (const name of Object.keys(bundle)) if (face.test(name)) files.add(name);
        return [...files].filter((file) => !html.includes(file)).map(linkTo);
      },
    },
  };
}

function linkTo(file: string): HtmlTagDescriptor {
  const link = (attrs: HtmlTagDescriptor['attrs']): HtmlTagDescriptor => ({
    tag: 'link',
    injectTo: 'head',
    attrs: { ...attrs, href: `./${file}`, crossorigin: true },
  });
  if (file.endsWith('.css')) return link({ rel: 'stylesheet' });
  if (file.endsWith('.js')) return link({ rel: 'modulepreload' });
  return link({ rel: 'preload', as: 'font', type: 'font/woff2' });
}
