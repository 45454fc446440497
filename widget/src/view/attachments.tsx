import type { MessageAttachment } from '../chat/chat.ts';
import { Icon } from './icon.tsx';
import { Picture } from './picture.tsx';
import { useView } from './view.ts';

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
  const { words, formats } = useView();
  const say = words.value;
  const size = formats.value.size(file.size);
  const isPicture = file.contentType.startsWith('image/');
  const content =
    isPicture && file.url ? (
      <Picture url={file.url} name={say('picture', { name: file.name })} />
    ) : (
      <span class="file">
        <Icon name="file" />
        <span class="file-name" dir="auto">
          {file.name}
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
