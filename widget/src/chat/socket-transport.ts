import { type OpenTransport, readFrame } from './transport.ts';

const OPEN = 1;

export const openSocketTransport: OpenTransport = (session, _afterSeq, { onFrame, onClose }, environment) => {
  const socket = environment.openSocket(session.wsUrl);
  let isOver = false;
  const send = (frame: unknown) => {
    if (socket.readyState !== OPEN) return false;
    socket.send(JSON.stringify(frame));
    return true;
  };
  socket.onmessage = ({ data }) => {
    const frame = isOver ? undefined : readFrame(data);
    if (frame) onFrame(frame);
  };
  socket.onclose = ({ code }) => {
    if (!isOver) onClose(code);
    isOver = true;
  };
  return {
    send,
    resume: (afterSeq) => send({ type: 'resume', afterSeq }),
    close: () => {
      isOver = true;
      socket.close();
    },
  };
};
