// Which Debian package brings what Electron and the tests look for. Where two names are given, the second is that of
// Debian 13 and Ubuntu 24.04 and later, whose libraries with 64-bit times were renamed; the first one known to apt is used.

/** Shared library → package, for what the Electron executable names directly. */
export const LIBRARY_PACKAGES = {
  'libX11.so.6': ['libx11-6'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
  'libasound.so.2': ['libasound2', 'libasound2t64'],
  'libatk-1.0.so.0': ['libatk1.0-0', 'libatk1.0-0t64'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  'libatspi.so.0': ['libatspi2.0-0', 'libatspi2.0-0t64'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2', 'libcups2t64'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgio-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libglib-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libgobject-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libgtk-3.so.0': ['libgtk-3-0', 'libgtk-3-0t64'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libsmime3.so': ['libnss3'],
  'libudev.so.1': ['libudev1'],
  'libxcb.so.1': ['libxcb1'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
};

/** For a library that the table does not know: GTK's package pulls nearly all of them in. */
export const LIKELY_PACKAGE = ['libgtk-3-0', 'libgtk-3-0t64'];

/** Program → package and what it is for; `tests` ones are wanted by `npm test` alone. */
export const PROGRAMS = [
  { program: 'Xvfb', packages: ['xvfb'], use: 'a virtual display', when: 'no-display' },
  { program: 'chromium', packages: ['chromium'], use: 'opening bundles as a reviewer does', when: 'tests' },
  { program: 'pdftotext', packages: ['poppler-utils'], use: 'comparing PDF text', when: 'tests' },
  { program: 'strace', packages: ['strace'], use: 'seeing that no socket is opened', when: 'tests' },
  { program: 'setpriv', packages: ['util-linux'], use: 'a journey as an unprivileged user', when: 'tests' },
];

/** Other names under which a browser for bundles may be there. */
export const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
