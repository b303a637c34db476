import { initAll } from 'govuk-frontend';
import { autosave } from './autosave';
import { conditionalFields } from './conditional-fields';
import { submitOnChange } from './submit-on-change';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
conditionalFields(document);
autosave(document);
submitOnChange(document);
