/** Switches every start of Electron gets here: as root (a container, say) Chromium's own sandbox cannot start. */
export function electronArguments(): readonly string[] {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  return root ? ['--no-sandbox'] : [];
}
