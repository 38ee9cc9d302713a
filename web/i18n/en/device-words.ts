import type { deviceWords as zh } from '../zh/device-words';
import type { Texts } from '../texts';

export const deviceWords = {
  resume: {
    title: 'Tap to bring the picture back',
    meaning: 'A call or the lock screen stopped the camera. Your exam goes on and nothing is lost.',
    action: 'Resume camera and microphone',
  },
  faults: {
    'insecure-context': {
      what: 'This address is not secure, so the browser keeps the camera closed.',
      todo: 'Use the address that begins with https, or scan the QR code of the exam.',
    },
    'no-camera-api': {
      what: 'This browser cannot use a camera.',
      todo: 'Open the page in Chrome, Edge, Safari or the browser of your phone.',
    },
    'no-camera': { what: 'No camera was found.', todo: 'Connect one, or use a device that has one.' },
    'no-microphone': {
      what: 'No microphone was found.',
      todo: 'Connect a microphone or headset, then try again.',
    },
    'permission-denied': {
      what: 'Camera and microphone are not allowed yet.',
      todo: 'Try again and choose “Allow” in the window that appears.',
    },
    'permission-blocked': {
      what: 'The browser was told earlier not to allow camera or microphone.',
      todo: 'Press the icon left of the address, allow both, and open the page again.',
    },
    'permission-system': {
      what: 'The system does not let the browser use camera or microphone.',
      todo: 'Allow this browser in the privacy settings of the system, then try again.',
    },
    'camera-busy': {
      what: 'Another program is using the camera.',
      todo: 'Close other meeting, streaming or photo programs, then try again.',
    },
    'microphone-busy': {
      what: 'Another program is using the microphone.',
      todo: 'Close other meeting or recording programs, then try again.',
    },
    'camera-ended': { what: 'The camera was disconnected.', todo: 'Check its cable, or press “Resume”.' },
    'black-frames': { what: 'The picture is black.', todo: 'Open the camera cover, or uncover the lens.' },
    'rear-camera': {
      what: 'This is the rear camera.',
      todo: 'Switch to the front one so that the staff see you.',
    },
    'silent-microphone': {
      what: 'The microphone hears nothing.',
      todo: 'Check whether it is muted, or choose another one, and say a few words.',
    },
    'camera-muted': {
      what: 'A call or the lock screen paused the camera.',
      todo: 'Come back to this page and tap.',
    },
    'unknown-fault': {
      what: 'Camera or microphone did not open.',
      todo: 'Try again; if it stays so, restart the browser or use another device.',
    },
  },
  lacks: {
    'insecure-context': {
      what: 'This address is not secure.',
      todo: 'Use the address that begins with https.',
    },
    'no-camera-api': {
      what: 'This browser cannot use a camera.',
      todo: 'Use Chrome, Edge, Safari or the browser of your phone.',
    },
    'no-webrtc': {
      what: 'This browser has no video calls.',
      todo: 'Update it, or use Chrome, Edge or Safari.',
    },
    'no-event-stream': {
      what: 'This browser cannot hear from the exam hall.',
      todo: 'Update it, then enter.',
    },
    'no-storage': {
      what: 'This browser cannot keep what you write.',
      todo: 'Leave private browsing, or use another browser.',
    },
    'no-crypto': {
      what: 'This browser lacks a security feature.',
      todo: 'Use the address that begins with https, or update the browser.',
    },
    'no-sound': {
      what: 'This browser cannot play the bell.',
      todo: 'Keep an eye on the screen; the invitation appears there.',
    },
    'no-recorder': {
      what: 'This browser cannot record video.',
      todo: 'For exams that record, update it or use another device.',
    },
    'no-wake-lock': {
      what: 'This browser cannot keep the screen on.',
      todo: 'Set a longer time before the screen locks.',
    },
    'no-tab-locks': {
      what: 'This browser cannot tell when the page is open twice.',
      todo: 'Keep one page of the exam open only.',
    },
    'no-screen-share': {
      what: 'This device cannot share its screen.',
      todo: 'Use a computer for exams that need it.',
    },
  },
} satisfies Texts<typeof zh>;
