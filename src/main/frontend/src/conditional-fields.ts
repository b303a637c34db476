/**
 * Shows and hides the fields of a form as its answers change. The server decides what counts; this only spares the
 * officer a round trip. A fieldset carries its condition as JSON in data-hide-when, in the terms of the server's
 * Condition; what is hidden is disabled, so the browser does not send it.
 */
type Value = string | number | boolean | null | string[];
type Field = { field: string; as: 'text' | 'number' | 'checkbox' | 'checkboxes' };
type Expression =
  | { value: Value }
  | Field
  | { not: Expression }
  | { and: Expression[] }
  | { or: Expression[] }
  | { compare: string; left: Expression; right: Expression }
  | { contains: [Expression, Expression] };

export function conditionalFields(root: Document): void {
  root.querySelectorAll<HTMLFormElement>('form').forEach((form) => {
    const fields = Array.from(form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-hide-when]'));
    if (fields.length === 0) {
      return;
    }
    const update = () => fields.forEach((field) => hide(field, form));
    form.addEventListener('input', update);
    form.addEventListener('change', update);
    update();
  });
}

/** Fields are visited from top to bottom, and a disabled field has no answer, so one condition can lean on another. */
function hide(field: HTMLFieldSetElement, form: HTMLFormElement): void {
  const hidden = evaluate(JSON.parse(field.dataset.hideWhen as string) as Expression, form) === true;
  field.hidden = hidden;
  field.disabled = hidden;
}

function evaluate(e: Expression, form: HTMLFormElement): Value {
  if ('value' in e) return e.value;
  if ('field' in e) return answer(e, form);
  if ('not' in e) {
    const inner = evaluate(e.not, form);
    return typeof inner === 'boolean' ? !inner : null;
  }
  if ('and' in e) return join(e.and, false, form);
  if ('or' in e) return join(e.or, true, form);
  if ('contains' in e) {
    const list = evaluate(e.contains[0], form);
    return Array.isArray(list) ? list.includes(String(evaluate(e.contains[1], form))) : null;
  }
  return compare(e.compare, evaluate(e.left, form), evaluate(e.right, form));
}

function join(parts: Expression[], decisive: boolean, form: HTMLFormElement): Value {
  const values = parts.map((part) => evaluate(part, form));
  if (values.includes(decisive)) return decisive;
  return values.every((value) => typeof value === 'boolean') ? !decisive : null;
}

function answer(field: Field, form: HTMLFormElement): Value {
  const sent = new FormData(form).getAll(field.field).map((value) => String(value).trim()).filter((v) => v !== '');
  switch (field.as) {
    case 'checkbox': return isAsked(field, form) ? sent.length > 0 : null;
    case 'checkboxes': return sent.length > 0 ? sent : null;
    case 'number': return sent.length > 0 ? Number(sent[0].replace(/[,£\s]/g, '')) : null;
    default: return sent.length > 0 ? sent[0] : null;
  }
}

/** An unticked box that is asked is false; one that is hidden is nothing. */
function isAsked(field: Field, form: HTMLFormElement): boolean {
  const control = form.elements.namedItem(field.field);
  return control instanceof HTMLElement && control.closest('fieldset:disabled') === null;
}

function compare(operator: string, left: Value, right: Value): Value {
  if (operator === '=' || operator === '!=') {
    const same = left === null || right === null ? left === right
      : typeof left === typeof right ? left === right : null;
    return same === null ? null : same === (operator === '=');
  }
  if (left === null || right === null || typeof left !== typeof right || typeof left === 'boolean') return null;
  switch (operator) {
    case '<': return left < right;
    case '<=': return left <= right;
    case '>': return left > right;
    default: return left >= right;
  }
}
