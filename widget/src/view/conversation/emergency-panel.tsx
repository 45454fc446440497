import { Icon } from '../icon.tsx';
import { useView } from '../view.ts';

/** Stands above everything until the visitor has read it. Its colours are no theme's. */
export function EmergencyPanel() {
  const { chat, words } = useView();
  const emergency = chat.emergency.value;
  const say = words.value;
  if (!emergency) return null;
  return (
    <div class="emergency" role="alert">
      <h3>
        <Icon name="alert" />
        {say('emergency')}
      </h3>
      <p dir="auto">{emergency.text}</p>
      {emergency.contacts.map(({ label, phone }) => (
        <a key={phone} class="call" href={`tel:${phone.replace(/[^\d+*#]/g, '')}`}>
          <Icon name="phone" />
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
