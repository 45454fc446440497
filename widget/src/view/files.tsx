import { useState } from 'preact/hooks';
import type { MessageAttachment, Upload } from '../chat/chat.ts';
import { ERROR_TEXTS, sayError } from '../texts/errors.ts';
import { FILE_TEXTS } from '../texts/files.ts';
import { leftToItself } from '../texts/words.ts';
import { Icon, IconButton } from './icon.tsx';
import { CLOSE } from './icons.ts';
import { FILE } from './more-icons.ts';
import styles from './styles/files.css?inline';
import { useFormats } from './use-formats.ts';
import { useView, useWords } from './view.ts';

export { styles };

/** The files of a message: pictures to look at, others by name and size. */
export function Attachments({ files }: { files: readonly MessageAttachment[] }) {
  if (files.length === 0) return null;
  return (
    <ul class="attachments">
      {files.map((file) => (
        <li key={file.fileId}>
          <Attachment file={file} />
        </li>
      ))}
    </ul>
  );
}

function Attachment({ file }: { file: MessageAttachment }) {
  const formats = useFormats();
  const say = useWords(FILE_TEXTS);
  const size = formats.size(file.size);
  const isPicture = file.contentType.startsWith('image/');
  const content =
    isPicture && file.url ? (
      <Picture url={file.url} name={say('picture', { name: file.name })} />
    ) : (
      <span class="file">
        <Icon path={FILE} />
        <span class="file-name" dir="auto">
          {leftToItself(file.name)}
        </span>
        <small>{size}</small>
      </span>
    );
  if (!file.url) return content;
  return (
    <a href={file.url} target="_blank" rel="noopener noreferrer">
      {content}
      <span class="unseen">, {say('opensNewTab')}</span>
    </a>
  );
}

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
  const { chat } = useView();
  const formats = useFormats();
  const say = useWords(FILE_TEXTS);
  const errors = useWords(ERROR_TEXTS);
  const { name, state, progress } = upload;
  return (
    <li class={`upload ${state}`}>
      {upload.previewUrl ? <Picture url={upload.previewUrl} name="" /> : <Icon path={FILE} />}
      <span class="upload-words">
        <span class="file-name" dir="auto">
          {leftToItself(name)}
        </span>
        {state === 'uploading' && <progress value={progress} aria-label={say('uploading', { name, percent: formats.percent(progress) })} />}
        {state === 'ready' && <small>{formats.size(upload.size)}</small>}
        {state === 'failed' && <small role="alert">{sayError(errors, upload.failureCode ?? '')}</small>}
      </span>
      <IconButton icon={CLOSE} label={say('removeFile', { name })} onClick={() => chat.removeUpload(upload.id)} />
    </li>
  );
}

/** A picture, or the sign of a file where the page's policy does not let it be shown. */
function Picture({ url, name }: { url: string; name: string }) {
  const [failedUrl, setFailed] = useState('');
  if (failedUrl === url) return <Icon path={FILE} />;
  return <img class="picture" src={url} alt={name} loading="lazy" onError={() => setFailed(url)} />;
}
