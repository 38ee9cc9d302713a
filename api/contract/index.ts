import * as answers from './answers';
import * as archive from './archive';
import * as auth from './auth';
import * as flows from './flows';
import * as help from './help';
import * as identity from './identity';
import * as interviewRecord from './interview-record';
import * as live from './live';
import * as officeStaff from './office-staff';
import * as pairing from './pairing';
import * as papers from './papers';
import * as rehearsal from './rehearsal';
import * as rooms from './rooms';
import * as scores from './scores';
import * as sheets from './sheets';
import * as sitting from './sitting';
import * as takes from './takes';
import * as timeAccount from './time-account';
import * as video from './video';

/** Every endpoint by name: routes, OpenAPI, the web's client and the authorisation test read this one object. */
export const contract = {
  whoAmI: auth.whoAmI,
  loginCandidate: auth.loginCandidate,
  loginLink: auth.loginLink,
  loginStaff: auth.loginStaff,
  logout: auth.logout,
  unlockLogin: auth.unlockLogin,
  home: sitting.home,
  checkIn: sitting.checkIn,
  sendCommand: sitting.sendCommand,
  claimPosition: sitting.claimPosition,
  reportPresence: sitting.reportPresence,
  uploadStill: sitting.uploadStill,
  readQuestion: sitting.readQuestion,
  readReceipt: sitting.readReceipt,
  readTimeAccount: timeAccount.readTimeAccount,
  logJoin: sitting.logJoin,
  offerPairing: pairing.offerPairing,
  lookAtPairing: pairing.lookAtPairing,
  spendPairing: pairing.spendPairing,
  live: live.live,
  candidateMessages: live.candidateMessages,
  writeAsCandidate: live.writeAsCandidate,
  roomMessages: live.roomMessages,
  writeAsStaff: live.writeAsStaff,
  joinStage: video.joinStage,
  reportTrouble: video.reportTrouble,
  roomVideo: video.roomVideo,
  leaveStage: video.leaveStage,
  sendMail: video.sendMail,
  readMail: video.readMail,
  acknowledgeMail: video.acknowledgeMail,
  sendStageStill: video.sendStageStill,
  readStageStill: video.readStageStill,
  openConsole: rooms.openConsole,
  orderRoom: rooms.orderRoom,
  orderSitting: rooms.orderSitting,
  talk: rooms.talk,
  previewQuestion: rooms.previewQuestion,
  sittingRecord: rooms.sittingRecord,
  readIdentity: identity.readIdentity,
  captureCard: identity.captureCard,
  decideIdentity: identity.decideIdentity,
  readScore: scores.readScore,
  saveScore: scores.saveScore,
  sealScore: scores.sealScore,
  listArchivedExams: archive.listArchivedExams,
  takeExamArchive: archive.takeExamArchive,
  takeSittingArchive: archive.takeSittingArchive,
  listFlows: flows.listFlows,
  readFlowVersion: flows.readFlowVersion,
  checkFlow: flows.checkFlow,
  publishFlow: flows.publishFlow,
  attachFlow: flows.attachFlow,
  listStaff: officeStaff.listStaff,
  createStaff: officeStaff.createStaff,
  changeStaff: officeStaff.changeStaff,
  resetPasscode: officeStaff.resetPasscode,
  listPapers: papers.listPapers,
  checkPaper: papers.checkPaper,
  uploadPaper: papers.uploadPaper,
  putPaperImage: papers.putPaperImage,
  attachPapers: papers.attachPapers,
  previewPaper: papers.previewPaper,
  previewPaperPdf: papers.previewPaperPdf,
  readPaper: answers.readPaper,
  readPaperPdf: answers.readPaperPdf,
  readAnswers: answers.readAnswers,
  saveAnswers: answers.saveAnswers,
  commandPaper: answers.commandPaper,
  roomPapers: answers.roomPapers,
  readSittingAnswers: answers.readSittingAnswers,
  readSheets: sheets.readSheets,
  sealSheets: sheets.sealSheets,
  readTakes: takes.readTakes,
  declareSegment: takes.declareSegment,
  breakTake: takes.breakTake,
  confirmTake: takes.confirmTake,
  readSittingTakes: takes.readSittingTakes,
  readNotes: interviewRecord.readNotes,
  writeNote: interviewRecord.writeNote,
  collectSheets: interviewRecord.collectSheets,
  askForHelp: help.askForHelp,
  readOwnHelp: help.readOwnHelp,
  writeInHelp: help.writeInHelp,
  endOwnHelp: help.endOwnHelp,
  listHelpCalls: help.listHelpCalls,
  readHelpCall: help.readHelpCall,
  takeHelpCall: help.takeHelpCall,
  answerHelpCall: help.answerHelpCall,
  closeHelpCall: help.closeHelpCall,
  beginRehearsal: rehearsal.beginRehearsal,
  leaveRehearsal: rehearsal.leaveRehearsal,
  lookAtRehearsal: rehearsal.lookAtRehearsal,
  playRehearsal: rehearsal.playRehearsal,
  beginTrial: rehearsal.beginTrial,
  putTrialPart: rehearsal.putTrialPart,
  probeUplink: rehearsal.probeUplink,
  sealTrial: rehearsal.sealTrial,
  readTrial: rehearsal.readTrial,
  finishRehearsal: rehearsal.finishRehearsal,
  ownRehearsal: rehearsal.ownRehearsal,
  listRehearsals: rehearsal.listRehearsals,
  listRehearsedExams: rehearsal.listRehearsedExams,
} as const;

export type Contract = typeof contract;
