// Draws every process of bpmn/ with bpmn-js in headless Chromium, as a designer sees it, into
// src/docs/diagrams/<process>.png. The browser is CHROMIUM or the first one on the path.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const MARGIN = 30;
/** Room for the mark of bpmn.io, which must not hide anything. */
const FOOT = 30;
const SCALE = 2;
const here = dirname(fileURLToPath(import.meta.url));
const top = resolve(here, '../../..');
const out = join(top, 'src/docs/diagrams');
const viewer = join(here, 'node_modules/bpmn-js/dist');
const chromium = process.env.CHROMIUM || onPath();
const work = mkdtempSync(join(tmpdir(), 'diagrams-'));

mkdirSync(out, { recursive: true });
for (const folder of readdirSync(join(top, 'bpmn'))) {
  const file = join(top, 'bpmn', folder, `${folder}.bpmn`);
  if (existsSync(file)) {
    draw(folder, readFileSync(file, 'utf8'));
    console.log(`src/docs/diagrams/${folder}.png`);
  }
}
rmSync(work, { recursive: true });

function draw(key, xml) {
  const box = bounds(xml);
  const page = join(work, `${key}.html`);
  writeFileSync(page, html(xml, box));
  execFileSync(chromium, ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--hide-scrollbars',
    '--allow-file-access-from-files', `--user-data-dir=${join(work, 'profile')}`, '--virtual-time-budget=10000',
    `--force-device-scale-factor=${SCALE}`, `--window-size=${Math.ceil(box.width)},${Math.ceil(box.height)}`,
    `--screenshot=${join(out, `${key}.png`)}`, pathToFileURL(page).href], { stdio: 'ignore', timeout: 60_000 });
}

/** The rectangle that holds every shape, label and flow. */
function bounds(xml) {
  const xs = [];
  const ys = [];
  for (const [, attributes] of xml.matchAll(/<dc:Bounds ([^>]*)\/>/g)) {
    const at = (name) => Number(attributes.match(new RegExp(`${name}="([^"]+)"`))[1]);
    xs.push(at('x'), at('x') + at('width'));
    ys.push(at('y'), at('y') + at('height'));
  }
  for (const [, x, y] of xml.matchAll(/<di:waypoint x="([^"]+)" y="([^"]+)"/g)) {
    xs.push(Number(x));
    ys.push(Number(y));
  }
  const left = Math.min(...xs) - MARGIN;
  const high = Math.min(...ys) - MARGIN;
  return { x: left, y: high, width: Math.max(...xs) + MARGIN - left, height: Math.max(...ys) + MARGIN + FOOT - high };
}

function html(xml, box) {
  return `<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="${pathToFileURL(join(viewer, 'assets/diagram-js.css')).href}">
<link rel="stylesheet" href="${pathToFileURL(join(viewer, 'assets/bpmn-js.css')).href}">
<style>html,body,#canvas{margin:0;width:${box.width}px;height:${box.height}px;background:#fff}</style>
<div id="canvas"></div>
<script src="${pathToFileURL(join(viewer, 'bpmn-navigated-viewer.production.min.js')).href}"></script>
<script>
  const viewer = new BpmnJS({ container: '#canvas' });
  viewer.importXML(${JSON.stringify(xml).replace(/</g, '\\u003c')})
    .then(() => viewer.get('canvas').viewbox(${JSON.stringify(box)}));
</script>`;
}

function onPath() {
  for (const folder of process.env.PATH.split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'chrome']) {
      if (existsSync(join(folder, name))) {
        return join(folder, name);
      }
    }
  }
  throw new Error('Drawing the diagrams needs Chromium: install it or set CHROMIUM to its executable.');
}
