/**
 * Says what is wrong with an answer when the officer has gone on to the next one, instead of only at the end. The
 * server decides, with the same rules and in the same words as when the form is sent; without this script they are said
 * then. Nothing is stopped, nothing moves the focus, and an answer that is still missing is not complained about.
 */
const WAIT_MS = 500;

type Wrong = { name: string; message: string };

export function liveChecks(root: Document): void {
  root.querySelectorAll<HTMLFormElement>('form[data-check-url]').forEach(watch);
}

function watch(form: HTMLFormElement): void {
  const touched = new Set<string>();
  let timer = 0;
  let asked = 0;
  let asking = new AbortController();
  // What is being sent is checked there: a question that arrives when the step is completed would be answered by a fault.
  form.addEventListener('submit', () => {
    window.clearTimeout(timer);
    asking.abort();
  });
  const ask = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(async () => {
      const mine = ++asked;
      asking = new AbortController();
      const wrong = await check(form, asking.signal);
      if (wrong !== null && mine === asked) {
        show(form, touched, wrong);
      }
    }, WAIT_MS);
  };
  form.addEventListener('change', (event) => {
    const group = groupOf(event.target);
    if (group && !isDate(group)) {
      touched.add(group.dataset.field as string);
      ask();
    }
  });
  // A date is looked at when all its parts have been left, not while they are filled in one by one.
  form.addEventListener('focusout', (event) => {
    const group = groupOf(event.target);
    if (group && isDate(group) && !group.contains(event.relatedTarget as Node | null) && filled(group)) {
      touched.add(group.dataset.field as string);
      ask();
    }
  });
}

function groupOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.govuk-form-group[data-field]:not(.threshold-list)') : null;
}

function isDate(group: HTMLElement): boolean {
  return group.querySelector('.govuk-date-input') !== null;
}

function filled(group: HTMLElement): boolean {
  return Array.from(group.querySelectorAll('input')).some((input) => input.value.trim() !== '');
}

async function check(form: HTMLFormElement, signal: AbortSignal): Promise<Wrong[] | null> {
  try {
    const answer = await fetch(form.dataset.checkUrl as string, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
      headers: { 'Accept': 'application/json', 'X-Requested-With': 'fetch' },
      redirect: 'error',
      signal,
    });
    return answer.ok ? (await answer.json()) as Wrong[] : null;
  } catch {
    return null;
  }
}

function show(form: HTMLFormElement, touched: Set<string>, wrong: Wrong[]): void {
  const said: string[] = [];
  form.querySelectorAll<HTMLElement>('.govuk-form-group[data-field]').forEach((group) => {
    const name = group.dataset.field as string;
    if (!touched.has(name)) {
      return;
    }
    const message = wrong.find((one) => one.name === name)?.message ?? null;
    if (mark(group, message) && message !== null) {
      said.push(`${labelOf(group)}: ${message}`);
    }
  });
  const status = form.querySelector('[data-check-status]');
  if (status && said.length > 0) {
    status.textContent = said.join('. ');
  }
}

/** Shows or takes away the sentence; tells whether anything changed. */
function mark(group: HTMLElement, message: string | null): boolean {
  const old = group.querySelector<HTMLElement>('.govuk-error-message');
  const before = old ? (old.dataset.sentence ?? sentenceOf(old)) : null;
  if (before === message) {
    return false;
  }
  const control = group.querySelector<HTMLElement>('fieldset, input:not([type=hidden]), select, textarea');
  const id = old?.id || `${group.querySelector('[id]')?.id ?? 'answer'}-live-error`;
  old?.remove();
  group.classList.toggle('govuk-form-group--error', message !== null);
  describe(control, id, message !== null);
  if (message !== null) {
    const line = document.createElement('p');
    line.className = 'govuk-error-message';
    line.id = id;
    line.dataset.sentence = message;
    const hidden = document.createElement('span');
    hidden.className = 'govuk-visually-hidden';
    hidden.textContent = 'Error:';
    line.append(hidden, ` ${message}`);
    place(group, line);
  }
  return true;
}

function place(group: HTMLElement, line: HTMLElement): void {
  const after = group.querySelector('.govuk-hint') ?? group.querySelector('legend, .govuk-label--s') ?? null;
  if (after) {
    after.after(line);
  } else {
    group.prepend(line);
  }
}

function sentenceOf(old: HTMLElement): string {
  return (old.textContent ?? '').replace(/^\s*Error:/, '').trim();
}

function describe(control: HTMLElement | null, id: string, add: boolean): void {
  if (!control) {
    return;
  }
  const ids = new Set((control.getAttribute('aria-describedby') ?? '').split(/\s+/).filter((one) => one !== ''));
  if (add) {
    ids.add(id);
  } else {
    ids.delete(id);
  }
  if (ids.size > 0) {
    control.setAttribute('aria-describedby', [...ids].join(' '));
  } else {
    control.removeAttribute('aria-describedby');
  }
}

function labelOf(group: HTMLElement): string {
  return (group.querySelector('legend, label')?.textContent ?? '').replace(/\(optional\)/, '').trim();
}
