import { z } from 'zod';
import { camerasCommands, camerasConfig, camerasMachine, camerasView } from './cameras/schema';
import {
  deviceCheckCommands,
  deviceCheckConfig,
  deviceCheckMachine,
  deviceCheckView,
} from './device-check/schema';
import { faceCheckCommands, faceCheckConfig, faceCheckMachine, faceCheckView } from './face-check/schema';
import { interviewCommands, interviewConfig, interviewMachine, interviewView } from './interview/schema';
import { noticeCommands, noticeConfig, noticeMachine, noticeView } from './notice/schema';
import { paperCommands, paperConfig, paperMachine, paperView } from './paper/schema';
import { pledgeCommands, pledgeConfig, pledgeMachine, pledgeView } from './pledge/schema';
import { proctoredCommands, proctoredConfig, proctoredMachine, proctoredView } from './proctored/schema';
import { recordingCommands, recordingConfig, recordingMachine, recordingView } from './recording/schema';
import { waitingCommands, waitingConfig, waitingMachine, waitingView } from './waiting/schema';

/** The registry of what a step kind is at the edges: one line a kind (the other registry is `behaviours.ts`). */
export const stepSchemas = {
  notice: { config: noticeConfig, machine: noticeMachine, commands: noticeCommands, view: noticeView },
  pledge: { config: pledgeConfig, machine: pledgeMachine, commands: pledgeCommands, view: pledgeView },
  'device-check': {
    config: deviceCheckConfig,
    machine: deviceCheckMachine,
    commands: deviceCheckCommands,
    view: deviceCheckView,
  },
  'face-check': {
    config: faceCheckConfig,
    machine: faceCheckMachine,
    commands: faceCheckCommands,
    view: faceCheckView,
  },
  cameras: { config: camerasConfig, machine: camerasMachine, commands: camerasCommands, view: camerasView },
  waiting: { config: waitingConfig, machine: waitingMachine, commands: waitingCommands, view: waitingView },
  interview: {
    config: interviewConfig,
    machine: interviewMachine,
    commands: interviewCommands,
    view: interviewView,
  },
  paper: { config: paperConfig, machine: paperMachine, commands: paperCommands, view: paperView },
  recording: {
    config: recordingConfig,
    machine: recordingMachine,
    commands: recordingCommands,
    view: recordingView,
  },
  proctored: {
    config: proctoredConfig,
    machine: proctoredMachine,
    commands: proctoredCommands,
    view: proctoredView,
  },
} as const;

export type StepKind = keyof typeof stepSchemas;

/** One step of a flow as configured: texts and all. */
export const stepConfig = z.discriminatedUnion('kind', [
  stepSchemas.notice.config,
  stepSchemas.pledge.config,
  stepSchemas['device-check'].config,
  stepSchemas['face-check'].config,
  stepSchemas.cameras.config,
  stepSchemas.waiting.config,
  stepSchemas.interview.config,
  stepSchemas.paper.config,
  stepSchemas.recording.config,
  stepSchemas.proctored.config,
]);
export type StepConfig = z.infer<typeof stepConfig>;

/** One step as the workflow knows it: kinds, gates, times and ids, never a text. */
export type StepMachines = { [K in StepKind]: z.infer<(typeof stepSchemas)[K]['machine']> };
export type StepMachine = StepMachines[StepKind];

/** What a candidate may ask of a step. */
export const stepCommand = z.discriminatedUnion('name', [
  ...noticeCommands,
  ...pledgeCommands,
  ...deviceCheckCommands,
  ...faceCheckCommands,
  ...camerasCommands,
  ...waitingCommands,
  ...interviewCommands,
  ...paperCommands,
  ...recordingCommands,
  ...proctoredCommands,
]);
export type StepCommand = z.infer<typeof stepCommand>;
export type StepCommands = { [K in StepKind]: z.infer<(typeof stepSchemas)[K]['commands'][number]> };

export const stepView = z.union([
  noticeView,
  pledgeView,
  deviceCheckView,
  faceCheckView,
  camerasView,
  waitingView,
  interviewView,
  paperView,
  recordingView,
  proctoredView,
]);
export type StepViews = { [K in StepKind]: z.infer<(typeof stepSchemas)[K]['view']> };
export type StepView = StepViews[StepKind];
