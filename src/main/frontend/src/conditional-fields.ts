/**
 * Shows and hides the fields of a form as its answers change. The server decides what counts; this only spares the
 * officer a round trip. A field carries its condition as JSON in data-show-when, see {@link Condition}.
 */
type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { key: string; op: '=' | '!=' | '<' | '<=' | '>' | '>=' | 'contains'; value: string | number | boolean | null };

export function conditionalFields(root: Document): void {
  root.querySelectorAll<HTMLFormElement>('form').forEach((form) => {
    const fields = Array.from(form.querySelectorAll<HTMLElement>('[data-show-when]'));
    if (fields.length === 0) {
      return;
    }
    const update = () => fields.forEach((field) => show(field, holds(condition(field), form)));
    form.addEventListener('input', update);
    form.addEventListener('change', update);
    update();
  });
}

function condition(field: HTMLElement): Condition {
  return JSON.parse(field.dataset.showWhen as string) as Condition;
}

function show(field: HTMLElement, visible: boolean): void {
  field.hidden = !visible;
  field.querySelectorAll<HTMLInputElement>('input, select, textarea').forEach((input) => {
    input.disabled = !visible;
  });
}

function holds(c: Condition, form: HTMLFormElement): boolean {
  if ('all' in c) return c.all.every((part) => holds(part, form));
  if ('any' in c) return c.any.some((part) => holds(part, form));
  if ('not' in c) return !holds(c.not, form);
  const answers = new FormData(form).getAll(c.key).map(String);
  return compare(answers, c.op, c.value);
}

function compare(answers: string[], op: string, value: string | number | boolean | null): boolean {
  const first = answers[0] ?? '';
  const wanted = value === null ? '' : String(value);
  switch (op) {
    case '=': return isTruth(value) ? truth(first) === value : first === wanted;
    case '!=': return isTruth(value) ? truth(first) !== value : first !== wanted;
    case 'contains': return answers.includes(wanted);
    case '<': return first !== '' && Number(first) < Number(value);
    case '<=': return first !== '' && Number(first) <= Number(value);
    case '>': return first !== '' && Number(first) > Number(value);
    default: return first !== '' && Number(first) >= Number(value);
  }
}

function isTruth(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function truth(answer: string): boolean {
  return answer === 'true' || answer === 'on';
}
