/** Submits a form when one of its selects marked data-submit-on-change changes; the button stays for keyboards. */
export function submitOnChange(root: Document): void {
  root.querySelectorAll<HTMLSelectElement>('select[data-submit-on-change]').forEach((select) => {
    select.addEventListener('change', () => select.form?.requestSubmit());
  });
}
