import { CONVERSATION_TEXTS } from '../../texts/conversation.ts';
import { Icon } from '../icon.tsx';
import { ALERT } from '../icons.ts';
import { PHONE } from '../more-icons.ts';
import { useView, useWords } from '../view.ts';

/** Stands above everything until the visitor has read it. Its colours are no theme's. */
export function EmergencyPanel() {
  const { chat } = useView();
  const emergency = chat.emergency.value;
  const say = useWords(CONVERSATION_TEXTS);
  if (!emergency) return null;
  return (
    <div class="emergency" role="alert">
      <h3>
        <Icon path={ALERT} />
        {say('emergency')}
      </h3>
      <p dir="auto">{emergency.text}</p>
      {emergency.contacts.map(({ label, phone }) => (
        <a key={phone} class="call" href={`tel:${phone.replace(/[^\d+*#]/g, '')}`}>
          <Icon path={PHONE} />
          <span class="unseen">{say('call')} </span>
          <span class="call-label" dir="auto">
            {label}
          </span>
          <strong dir="ltr">{phone}</strong>
        </a>
      ))}
      <button type="button" class="emergency-read" onClick={chat.acknowledgeEmergency}>
        {say('emergencyRead')}
      </button>
    </div>
  );
}
