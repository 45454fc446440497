import own from '../styles/fields.css?inline';
import forms from '../styles/forms.css?inline';
import { FieldsButton } from './fields-button.tsx';
import { FieldsPanel } from './fields-panel.tsx';

export { FieldsButton, FieldsPanel };

/** Of all that comes together in this file. */
export const styles = `${forms}${own}`;
