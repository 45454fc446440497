import base from './base.css?inline';
import composer from './composer.css?inline';
import controls from './controls.css?inline';
import fields from './fields.css?inline';
import header from './header.css?inline';
import preferences from './preferences.css?inline';
import timeline from './timeline.css?inline';
import win from './window.css?inline';

/** In the order in which they go over each other. */
export const styles = [base, controls, win, header, timeline, composer, fields, preferences].join('\n');
