// Builds the styles and scripts into the folder given as the first argument. Installs the locked packages only when
// the lock file has changed since the last installation.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(here);
const target = resolve(process.argv[2] ?? 'dist');

const built = join(target, '.built');
const inputs = fingerprint();
if (existsSync(built) && readFileSync(built, 'utf8') === inputs) {
  process.exit(0);
}
install();
const { build } = await import('esbuild');
const sass = await import('sass');
mkdirSync(target, { recursive: true });
buildStyles();
await buildScripts();
copyVendored();
writeFileSync(built, inputs);

/** Changes when a source, this script or a locked package changes. */
function fingerprint() {
  const hash = createHash('sha256');
  const files = readdirSync('src', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
  for (const file of [...files, 'build.mjs', 'package-lock.json']) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function install() {
  const stamp = join('node_modules', '.threshold-lock');
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return;
  }
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    { stdio: 'inherit', shell: process.platform === 'win32' });
  writeFileSync(stamp, wanted);
}

function buildStyles() {
  const { css } = sass.compile('src/threshold.scss', {
    style: 'compressed',
    loadPaths: ['.', 'node_modules', 'node_modules/govuk-frontend/dist'],
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin'],
  });
  writeFileSync(join(target, 'threshold.css'), css);
}

async function buildScripts() {
  await build({
    entryPoints: { threshold: 'src/threshold.ts', diagram: 'src/diagram.ts' },
    outdir: target,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    legalComments: 'eof',
  });
}

function copyVendored() {
  for (const font of ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']) {
    cpSync(`node_modules/dejavu-fonts-ttf/ttf/${font}`, join(target, '../../letters/fonts', font));
  }
  cpSync('src/icon.svg', join(target, 'icon.svg'));
  cpSync('node_modules/@ministryofjustice/frontend/moj/assets/images', join(target, 'images'), { recursive: true });
  cpSync('node_modules/bpmn-js/dist/assets', join(target, 'bpmn-js'), { recursive: true });
  cpSync('node_modules/@bpmn-io/form-js/dist/form-viewer.umd.js', join(target, 'form-js', 'form-viewer.js'));
  cpSync('node_modules/@bpmn-io/form-js/dist/assets/form-js.css', join(target, 'form-js', 'form-js.css'));
}
