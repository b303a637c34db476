import { initAll } from 'govuk-frontend';
import { autosave } from './autosave';
import { conditionalFields } from './conditional-fields';
import { liveChecks } from './live-checks';
import { refresh } from './refresh';
import { session } from './session';
import { submitOnChange } from './submit-on-change';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
conditionalFields(document);
autosave(document);
liveChecks(document);
submitOnChange(document);
refresh(document);
session(document);
