/** What workspaces of tests are protected with. */
export const passphrase = 'granite otter lantern 71';
