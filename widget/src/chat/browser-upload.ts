import type { UploadRequest } from './environment.ts';

/** A request of the old kind: the new one does not tell how far it has come. */
export function browserUpload({ url, token, file, onProgress, onDone }: UploadRequest): () => void {
  const request = new XMLHttpRequest();
  const form = new FormData();
  form.append('file', file);
  request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
  request.onload = () => onDone(request.status, request.response ?? {});
  request.onerror = () => onDone(0, {});
  request.open('POST', url);
  request.responseType = 'json';
  request.setRequestHeader('authorization', `Bearer ${token}`);
  request.send(form);
  return () => request.abort();
}
