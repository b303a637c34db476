import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

/** Below this scale nothing can be read; at the other, something can. */
const SMALLEST = 0.3;
const READABLE = 0.6;

/**
 * Draws each element with data-diagram (the address of the BPMN) and marks data-current and data-done elements. Figures
 * that stand within it, each with data-mark, are put on theirs.
 */
document.querySelectorAll<HTMLElement>('[data-diagram]').forEach(drawWhenSeen);

/** A diagram in a closed details element has no size yet, so it is drawn when it is opened. */
function drawWhenSeen(box: HTMLElement): void {
  const details = box.closest('details');
  if (!details || details.open) {
    void draw(box);
    return;
  }
  details.addEventListener('toggle', () => void draw(box), { once: true });
}

async function draw(box: HTMLElement): Promise<void> {
  const answer = await fetch(box.dataset.diagram as string, { headers: { Accept: 'application/xml' } });
  if (!answer.ok) {
    box.textContent = 'The diagram could not be loaded. The same is in the list.';
    return;
  }
  const marks = Array.from(box.querySelectorAll<HTMLElement>('[data-mark]'));
  const viewer = new NavigatedViewer({ container: box });
  await viewer.importXML(await answer.text());
  const canvas: any = viewer.get('canvas');
  mark(viewer, canvas, box.dataset.done, 'is-done');
  mark(viewer, canvas, box.dataset.current, 'is-current');
  badge(viewer, box.dataset.current);
  marks.forEach((each) => heat(viewer, canvas, each));
  canvas.zoom('fit-viewport', 'auto');
  openAtTheHottest(viewer, canvas, marks);
  box.dataset.drawn = 'true';
}

function mark(viewer: any, canvas: any, ids: string | undefined, marker: string): void {
  list(ids).filter((id) => viewer.get('elementRegistry').get(id)).forEach((id) => canvas.addMarker(id, marker));
}

function badge(viewer: any, ids: string | undefined): void {
  list(ids).filter((id) => viewer.get('elementRegistry').get(id)).forEach((id) => {
    viewer.get('overlays').add(id, { position: { top: -12, left: 8 }, html: '<span class="diagram-badge">Now here</span>' });
  });
}

/** A figure on an element: its size by the outline, the figure itself as a link on top of it. */
function heat(viewer: any, canvas: any, mark: HTMLElement): void {
  const id = mark.dataset.mark as string;
  if (!viewer.get('elementRegistry').get(id)) {
    return;
  }
  canvas.addMarker(id, `heat-${mark.dataset.level}`);
  const link = document.createElement('a');
  link.className = mark.dataset.call === 'true' ? 'heat-figure heat-figure--call' : 'heat-figure';
  link.href = mark.dataset.href as string;
  link.textContent = mark.dataset.words as string;
  link.setAttribute('aria-label', mark.dataset.says as string);
  // Of one size however small the diagram is, so that it can be read and pressed.
  viewer.get('overlays').add(id, { position: { top: 0, left: 6 }, scale: { min: 1, max: 1 }, html: link });
}

/** A large diagram on a small screen is not fitted but opened where most waits; the rest is there to be dragged to. */
function openAtTheHottest(viewer: any, canvas: any, marks: HTMLElement[]): void {
  const hottest = marks.filter((each) => viewer.get('elementRegistry').get(each.dataset.mark))
    .sort((one, other) => Number(other.dataset.level) - Number(one.dataset.level))[0];
  if (hottest && canvas.zoom() < SMALLEST) {
    canvas.zoom(READABLE);
    canvas.scrollToElement(hottest.dataset.mark, 120);
  }
}

function list(ids: string | undefined): string[] {
  return (ids ?? '').split(',').map((id) => id.trim()).filter(Boolean);
}
