/** Loads a page again after the seconds of data-refresh, for as long as the page that comes asks for it. */
export function refresh(root: Document): void {
  const waiting = root.querySelector<HTMLElement>('[data-refresh]');
  if (waiting) {
    window.setTimeout(() => window.location.reload(), Number(waiting.dataset.refresh) * 1000);
  }
}
