/**
 * How Chromium starts here: Debian's own without its windows, which takes a quarter less of the
 * machine's time than the whole browser does; quiet towards the network, also as root.
 */
export const launchOptions = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
