import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { findOnPath } from './findOnPath.ts';
import { installOnce } from './installOnce.ts';
import { cacheFolder, node24, repositoryFolder } from './repository.ts';
import { runToEnd } from './runToEnd.ts';

/** A Chromium that starts on this machine. */
export interface ChromiumInstallation {
  readonly executable: string;
  /** What its environment needs beside ours. */
  readonly env: Readonly<Record<string, string>>;
}

/** The package's own fonts serve where the system has none. */
const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macBrowser = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * Finds a Chromium: the one that a development dependency brings (Linux on x64), unpacked into the cache folder, else the
 * system's Chromium or Chrome. Throws if none starts.
 */
export async function installChromium(): Promise<ChromiumInstallation> {
  const candidates = [...(await packagedChromium()), ...systemChromium()];
  for (const candidate of candidates) {
    if (await starts(candidate)) return candidate;
  }
  throw new Error('No Chromium starts on this machine. Install Chromium or Google Chrome, so that it is on the PATH.');
}

/** The package unpacks into the temporary folder, and its libraries only where it believes to run on Amazon's Linux. */
async function packagedChromium(): Promise<ChromiumInstallation[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const folder = join(cacheFolder, 'chromium', await packageVersion());
  await installOnce(folder, async (partial) => {
    const unpack =
      "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";
    await runToEnd(node24(), ['--input-type=module', '--eval', unpack], {
      cwd: repositoryFolder,
      env: { TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x', AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    });
    await writeFile(join(partial, 'fonts.conf'), fontsConfiguration);
  });
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH];
  return [
    {
      executable: join(folder, 'chromium'),
      env: {
        LD_LIBRARY_PATH: libraries.filter((path) => path !== undefined).join(delimiter),
        FONTCONFIG_FILE: join(folder, 'fonts.conf'),
        XDG_CACHE_HOME: join(folder, 'cache'),
      },
    },
  ];
}

async function packageVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile(join(repositoryFolder, 'node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8'),
  );
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) throw new Error('No version.');
  return String(manifest.version);
}

function systemChromium(): ChromiumInstallation[] {
  const paths = [...systemNames.flatMap((name) => findOnPath(name)), macBrowser].filter((path) => existsSync(path));
  return paths.map((executable) => ({ executable, env: {} }));
}

async function starts({ executable, env }: ChromiumInstallation): Promise<boolean> {
  try {
    await runToEnd(executable, ['--version'], { env: { ...env } });
    return true;
  } catch {
    return false;
  }
}
