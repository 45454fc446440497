import own from '../styles/fields.css?inline';
import forms from '../styles/forms.css?inline';
import { FieldsButton } from './fields-button.tsx';
import { FieldsPanel } from './fields-panel.tsx';

/** What comes together, in one file, where a form is filled in. */
export const fields = { FieldsButton, FieldsPanel, styles: `${forms}${own}` };
