const WARN_BEFORE_MS = 5 * 60_000;
const LAST_SEEN = 'threshold-last-seen';

/**
 * Says a few minutes before it happens that the session ends because nothing is done, with a button that keeps it. What
 * is done in another window counts.
 */
export function session(root: Document): void {
  const seconds = Number(root.body.dataset.idleSeconds);
  if (!seconds) {
    return;
  }
  const idle = seconds * 1000;
  seenNow();
  let told: HTMLElement | null = null;
  window.setInterval(() => {
    const left = lastSeen() + idle - Date.now();
    if (left > Math.min(WARN_BEFORE_MS, idle / 2)) {
      told?.remove();
      told = null;
    } else if (left <= 0) {
      told = say(root, told, 'You have been signed out because nothing was done for a while. What is on this page '
        + 'is still here: send it, sign in, and go on with it.', false);
    } else {
      const minutes = Math.max(1, Math.round(left / 60_000));
      told = say(root, told, `You will be signed out in ${minutes === 1 ? 'a minute' : `${minutes} minutes`} because `
        + 'nothing was done. What you typed is not lost then.', true);
    }
  }, 10_000);
}

function say(root: Document, before: HTMLElement | null, message: string, canStay: boolean): HTMLElement {
  const shown = before?.isConnected === true;
  const box = shown ? before : root.createElement('div');
  if (!shown) {
    box.className = 'threshold-session';
    box.setAttribute('role', 'alert');
    root.body.append(box);
  }
  if (box.dataset.message !== message) {
    box.dataset.message = message;
    box.replaceChildren(Object.assign(root.createElement('p'), { className: 'govuk-body', textContent: message }));
    if (canStay) {
      box.append(stay(root));
    }
  }
  return box;
}

function stay(root: Document): HTMLButtonElement {
  const button = root.createElement('button');
  button.type = 'button';
  button.className = 'govuk-button govuk-button--secondary';
  button.textContent = 'Stay signed in';
  button.addEventListener('click', async () => {
    const answer = await fetch('/my-sessions/stay', { redirect: 'error' }).catch(() => null);
    if (answer?.ok) {
      seenNow();
      button.closest('.threshold-session')?.remove();
    }
  });
  return button;
}

/** The server has just heard from this browser. */
export function seenNow(): void {
  try {
    window.localStorage.setItem(LAST_SEEN, String(Date.now()));
  } catch {
    fallback = Date.now();
  }
}

let fallback = Date.now();

function lastSeen(): number {
  try {
    return Math.max(fallback, Number(window.localStorage.getItem(LAST_SEEN)));
  } catch {
    return fallback;
  }
}
