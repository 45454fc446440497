import { ENDING_TEXTS } from '../../texts/ending.ts';
import { Icon } from '../icon.tsx';
import { DOWNLOAD } from '../more-icons.ts';
import own from '../styles/ending.css?inline';
import forms from '../styles/forms.css?inline';
import { downloadTranscript } from '../transcript/download-transcript.ts';
import { useView, useWords } from '../view.ts';
import { Satisfaction } from './satisfaction.tsx';

export const styles = `${forms}${own}`;

/** In place of the composer, when the conversation is over. */
export function Ended() {
  const view = useView();
  const { chat, settings } = view;
  const say = useWords(ENDING_TEXTS);
  return (
    <section class="ended" aria-label={say('ended')}>
      {settings.theme.value.satisfaction !== false && <Satisfaction />}
      <p class="ended-text">{say('ended')}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={() => void chat.startOver()}>
          {say('startOver')}
        </button>
        <button type="button" class="quiet" onClick={() => downloadTranscript(view)}>
          <Icon path={DOWNLOAD} />
          {say('downloadTranscript')}
        </button>
      </div>
    </section>
  );
}
