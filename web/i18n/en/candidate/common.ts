import type { Texts } from '../../texts';
import type { always as zh } from '../../zh/candidate/common';

export const always = {
  offline: {
    strip: 'You are offline. Carry on.',
    awayStrip: 'The server cannot be reached for the moment. Carry on.',
    kept: 'Every step you finished is on the server, and it goes on by itself. The clock runs; staff are told how long you were cut off.',
    keptCommand: 'What you just did is kept on this device. It is sent as soon as possible, and only once.',
    openTitle: 'No network yet',
    openTodo: "Check this device's network. This page opens by itself when it is back.",
    awayTitle: 'The server cannot be reached just now',
    awayTodo: 'This is not your fault. Keep the page open; it goes on by itself.',
    safe: 'Everything you finished is kept on the server.',
    trying: 'Connecting again',
  },
} satisfies Texts<typeof zh>;
