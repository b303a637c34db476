import { seenNow } from './session';

const EVERY_MS = 20_000;

/**
 * Saves what has been typed into a form with data-draft-url, so that nothing is lost when the page goes away. Says in
 * the element with data-draft-status when that was, or that it did not work.
 */
export function autosave(root: Document): void {
  root.querySelectorAll<HTMLFormElement>('form[data-draft-url]').forEach(watch);
}

function watch(form: HTMLFormElement): void {
  const url = form.dataset.draftUrl as string;
  let saved = typed(form);
  let submitting = false;
  const saving = new AbortController();
  // A draft that arrives after the step is completed would be answered as that of a step that has gone.
  form.addEventListener('submit', () => {
    submitting = true;
    saving.abort();
  });
  const save = async () => {
    const now = typed(form);
    if (submitting || now === saved) {
      return;
    }
    const kept = await post(url, now, saving.signal);
    if (submitting) {
      return;
    }
    tell(form, kept ? (saved = now, `Draft saved at ${clockTime()}`)
      : 'Your draft could not be saved just now. What you typed is still on this page.');
  };
  window.setInterval(save, EVERY_MS);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      void save();
    }
  });
}

function typed(form: HTMLFormElement): string {
  return new URLSearchParams(new FormData(form) as unknown as Record<string, string>).toString();
}

async function post(url: string, body: string, signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Requested-With': 'fetch' },
      redirect: 'error',
      keepalive: true,
      signal,
    });
    if (answer.ok) {
      seenNow();
    }
    return answer.ok;
  } catch {
    return false;
  }
}

function tell(form: HTMLFormElement, message: string): void {
  const status = form.querySelector('[data-draft-status]');
  if (status) {
    status.textContent = message;
  }
}

function clockTime(): string {
  return new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });
}
