import type { Upload } from '../chat/chat.ts';
import { sayError } from '../texts/words.ts';
import { Icon, IconButton } from './icon.tsx';
import { Picture } from './picture.tsx';
import { useView } from './view.ts';

/** The files that go with the next message. */
export function UploadChips() {
  const { chat } = useView();
  const uploads = chat.uploads.value;
  if (uploads.length === 0) return null;
  return (
    <ul class="uploads">
      {uploads.map((upload) => (
        <Chip key={upload.id} upload={upload} />
      ))}
    </ul>
  );
}

function Chip({ upload }: { upload: Upload }) {
  const { chat, words, formats } = useView();
  const say = words.value;
  const { name, state, progress } = upload;
  return (
    <li class={`upload ${state}`}>
      {upload.previewUrl ? <Picture url={upload.previewUrl} name="" /> : <Icon name="file" />}
      <span class="upload-words">
        <span class="file-name" dir="auto">
          {name}
        </span>
        {state === 'uploading' && (
          <progress value={progress} aria-label={say('uploading', { name, percent: formats.value.percent(progress) })} />
        )}
        {state === 'ready' && <small>{formats.value.size(upload.size)}</small>}
        {state === 'failed' && <small role="alert">{sayError(say, upload.failureCode ?? '')}</small>}
      </span>
      <IconButton icon="close" label={say('removeFile', { name })} onClick={() => chat.removeUpload(upload.id)} />
    </li>
  );
}
