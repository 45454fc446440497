import emergency from '../styles/emergency.css?inline';
import messages from '../styles/messages.css?inline';
import { Announcer } from './announcer.tsx';
import { EmergencyPanel } from './emergency-panel.tsx';
import { Rows } from './rows.tsx';

/** What comes together, in one file. */
export const conversation = { Rows, Announcer, EmergencyPanel, styles: `${messages}${emergency}` };
