import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

/** A picture, or the sign of a file where the page's policy does not let it be shown. */
export function Picture({ url, name }: { url: string; name: string }) {
  const [failedUrl, setFailed] = useState('');
  if (failedUrl === url) return <Icon name="file" />;
  return <img class="picture" src={url} alt={name} loading="lazy" onError={() => setFailed(url)} />;
}
