import emergency from '../styles/emergency.css?inline';
import messages from '../styles/messages.css?inline';
import notices from '../styles/notices.css?inline';
import { Announcer } from './announcer.tsx';
import { Banners, Refused } from './banners.tsx';
import { EmergencyPanel } from './emergency-panel.tsx';
import { Rows } from './rows.tsx';

export { Announcer, Banners, EmergencyPanel, Refused, Rows };

/** Of all that comes together in this file. */
export const styles = `${messages}${emergency}${notices}`;
