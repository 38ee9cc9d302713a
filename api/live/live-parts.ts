import { ulid } from 'ulid';
import { createMessages, type Messages } from '../messages/messages';
import type { Parts } from '../parts';
import { createMending } from '../outages/mend-silences';
import { createSilences } from '../outages/silences';
import { Attendance } from '../presence/attendance';
import { createHold } from '../presence/hold';
import { createLastSeen } from '../presence/last-seen';
import { createPresenceRecords, type PresenceRecords } from '../presence/records';
import { createReports, type Reports } from '../presence/reports';
import { createStaffHere } from '../presence/staff-here';
import { createSweeper } from '../presence/sweeper';
import { createTalks, type Talks } from '../presence/talks';
import { createBridgeProbe } from '../video/bridge-probe';
import { createDeviceLog, type DeviceLog } from '../video/device-log';
import { createMailbox } from '../video/direct/mailbox';
import { createPostOffice, type PostOffice } from '../video/direct/post-office';
import { Failover } from '../video/failover';
import { createPeers } from '../video/peers';
import { createProviders } from '../video/providers';
import { createRoomVideo, type RoomVideo } from '../video/read-room-video';
import { createStageReading, type StageReading } from '../video/stage-reading';
import { createStageStills, type StageStills } from '../video/stage-stills';
import { Stages } from '../video/stages';
import { createTroubles } from '../video/troubles';
import { createConsoles, type Consoles } from './consoles';
import { createFanIn } from './fan-in';
import { Hub } from './hub';
import { createLatestViews, type LatestViews } from './latest-views';
import { createNews } from './news';
import { Post } from './post';
import { createPublisher, type Publisher } from './publish';
import { RoomFeed } from './room-feed';
import { createRoomReading } from './room-reading';
import { Refresh } from './room-refresh';
import { Rounds } from './rounds';
import { createVideoNews } from './video-news';

/** Everything live: streams, presence, messages, video. */
export interface LiveParts {
  readonly hub: Hub;
  readonly publish: Publisher;
  /** Views as answered to commands: tell it of each, so that streams and stages need not wait for the projection. */
  readonly latestViews: LatestViews;
  /** What a console shows at first. */
  readonly consoles: Consoles;
  readonly presence: { readonly report: Reports; readonly records: PresenceRecords };
  readonly talks: Talks;
  readonly messages: Messages;
  readonly stages: Stages;
  readonly failover: Failover;
  readonly roomVideo: RoomVideo;
  readonly postOffice: PostOffice;
  readonly stills: StageStills;
  readonly deviceLog: DeviceLog;
}

type Ground = Omit<Parts, 'live'>;

/** Builds the live parts on the others and lets their rounds begin; they end with the app. */
export function createLiveParts(ground: Ground): LiveParts {
  const { dataSource, redis, clock, logger, places, positions, sessions } = ground;
  const publish = createPublisher(redis, logger);
  const latestViews = createLatestViews(redis, logger);
  const video = createVideo(ground, publish, latestViews);
  const presence = createPresence(ground);
  const { records, hold, here, talks } = presence;
  const { peers, mailbox, stages } = video;
  const reading = createRoomReading(dataSource);
  const refresh = new Refresh({ reading, records, hold, here, talks, peers, logger });
  const post = new Post({ peers, mailbox, stages, clock, logger });
  const attendance = new Attendance({ here, talks, peers, publish, logger });
  const hub = new Hub({
    feedOf: (place) => new RoomFeed({ place, refresh, stages, clock, logger }),
    post,
    news: createNews(reading, clock, logger),
    videoNews: createVideoNews(video.roomVideo, logger),
    fanIn: createFanIn(createSubscriber(ground), logger),
    attendance,
    clock,
  });
  const silences = createSilences({ redis, dataSource, publish });
  const mend = createMending({ dataSource, records, silences });
  const sweeper = createSweeper({ redis, records, hold, silences, publish, id: ulid() });
  const rounds = new Rounds({ hub, sessions, attendance, sweeper, silences, mend, logger });
  rounds.start();
  ground.onClose(() => {
    rounds.stop();
    hub.close();
  });
  const lastSeen = createLastSeen(dataSource);
  return {
    hub,
    publish,
    latestViews,
    consoles: createConsoles(refresh),
    presence: {
      report: createReports({ positions, records, lastSeen, hold, silences, publish, logger }),
      records,
    },
    talks,
    messages: createMessages(dataSource, publish, clock),
    stages,
    failover: video.failover,
    roomVideo: video.roomVideo,
    postOffice: createPostOffice({ stages, mailbox, places, publish }),
    stills: createStageStills(redis),
    deviceLog: createDeviceLog(dataSource, clock),
  };
}

function createPresence({ redis, clock }: Ground) {
  return {
    records: createPresenceRecords(redis),
    hold: createHold(redis, clock),
    here: createStaffHere(redis, clock),
    talks: createTalks(redis, clock),
  };
}

function createVideo(ground: Ground, publish: Publisher, latestViews: LatestViews) {
  const { dataSource, readThrough, redis, clock, env, places, logger } = ground;
  const peers = createPeers(redis, clock);
  const reading = createStageReading(dataSource, readThrough, latestViews);
  const providers = createProviders(env, peers, clock);
  const failover = createFailover(ground, reading, latestViews, providers.jitsi !== null);
  const stages = new Stages({ peers, places, reading, publish, providers, failover, logger });
  const roomVideo = createRoomVideo(failover, dataSource);
  return { peers, mailbox: createMailbox(redis, clock), stages, failover, roomVideo };
}

function createFailover(ground: Ground, reading: StageReading, latestViews: LatestViews, hasJitsi: boolean) {
  const { redis, clock, env, places, gateway, logger, metrics } = ground;
  const url = hasJitsi ? (env.JITSI_HEALTH_URL ?? `https://${env.JITSI_DOMAIN}/external_api.js`) : null;
  const everyMs = env.JITSI_PROBE_SECONDS * 1_000;
  const probe = createBridgeProbe({ redis, url, everyMs, registry: metrics.registry, clock, logger });
  ground.onClose(probe.stop);
  const troubles = createTroubles(redis, clock);
  return new Failover({ gateway, places, reading, latestViews, probe, troubles, hasJitsi, clock, logger });
}

/** Waits for Redis as long as it takes; `FanIn` asks for its channels itself on every connection. */
const createSubscriber = ({ redis }: Ground) =>
  redis.duplicate({ autoResubscribe: false, maxRetriesPerRequest: null, commandTimeout: undefined });
