import { createHash, createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:tls';

const COOKIE = 0x2112a442;
const ALLOCATE = 0x0003;
const [USERNAME, INTEGRITY, ERROR, REALM, NONCE, RELAYED, TRANSPORT] = [6, 8, 9, 0x14, 0x15, 0x16, 0x19];
const UDP = Buffer.from([17, 0, 0, 0]);

/** Asks a TURN server over TLS for a relay, as a browser does. @returns 'relay' or the error's number */
export async function allocateOverTls(
  port: number,
  servername: string,
  username: string,
  credential: string,
): Promise<'relay' | number> {
  const socket = connect({ host: '127.0.0.1', port, servername, rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  const answerTo = async (request: Buffer) => {
    socket.write(request);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return attributesOf(answer);
  };
  try {
    const challenge = await answerTo(message([[TRANSPORT, UDP]]));
    const [realm, nonce] = [challenge.get(REALM), challenge.get(NONCE)];
    if (!realm || !nonce) throw new Error('no challenge');
    const key = createHash('md5').update(`${username}:${realm}:${credential}`).digest();
    const signed = signedMessage(
      [
        [TRANSPORT, UDP],
        [USERNAME, Buffer.from(username)],
        [REALM, realm],
        [NONCE, nonce],
      ],
      key,
    );
    const answer = await answerTo(signed);
    const error = answer.get(ERROR);
    if (error) return (error[2] ?? 0) * 100 + (error[3] ?? 0);
    return answer.has(RELAYED) ? 'relay' : 0;
  } finally {
    socket.destroy();
  }
}

type Attribute = readonly [type: number, value: Buffer];

function message(attributes: readonly Attribute[], extraLength = 0): Buffer {
  const body = Buffer.concat(attributes.map(encoded));
  const head = Buffer.alloc(20);
  head.writeUInt16BE(ALLOCATE, 0);
  head.writeUInt16BE(body.length + extraLength, 2);
  head.writeUInt32BE(COOKIE, 4);
  randomBytes(12).copy(head, 8);
  return Buffer.concat([head, body]);
}

function signedMessage(attributes: readonly Attribute[], key: Buffer): Buffer {
  const unsigned = message(attributes, 24);
  const integrity = createHmac('sha1', key).update(unsigned).digest();
  return Buffer.concat([unsigned, encoded([INTEGRITY, integrity])]);
}

function encoded([type, value]: Attribute): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

function attributesOf(answer: Buffer): Map<number, Buffer> {
  const found = new Map<number, Buffer>();
  for (let at = 20; at + 4 <= answer.length;) {
    const length = answer.readUInt16BE(at + 2);
    found.set(answer.readUInt16BE(at), answer.subarray(at + 4, at + 4 + length));
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return found;
}
