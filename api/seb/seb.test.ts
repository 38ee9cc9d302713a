import { createDecipheriv, createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { proctoredConfig } from '#steps/proctored/schema';
import { AppError } from '../errors';
import { configKey, requestHash, sebJson } from './config-key';
import { judgeProof, type SebProof } from './judge-proof';
import { lockedFile, plainFile } from './seb-file';
import { sebSettings, type SebDict } from './settings';

const HALL = 'https://hall.example.org';
const words = (text: string) => ({ zh: text, en: text });
const step = (changes: Record<string, unknown> = {}) =>
  proctoredConfig.parse({
    ...{ id: 'exam', kind: 'proctored', title: words('Exam'), text: words('Go'), minutes: 60 },
    exam: { at: 'address', address: 'https://exam.example.org/quiz?id=1&x=2' },
    ...changes,
  });
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the Config Key of Safe Exam Browser', () => {
  it('is of settings in the order of their letters, whatever the case, without white space or escapes', () => {
    const settings: SebDict = {
      whitelist: '',
      URLFilterRules: [{ regex: false, active: true, expression: 'a.org/*\\d', action: 1 }],
      allowFlashFullscreen: false,
      allowedDisplayBuiltin: true,
      allowWlan: true,
      logLevel: 4,
      proxies: { HTTPPort: 80, ExceptionsList: [], nothing: {} },
      nothing: {},
      originatorVersion: 'SEB_Win_3.7',
    };
    const json =
      '{"allowedDisplayBuiltin":true,"allowFlashFullscreen":false,"allowWlan":true,"logLevel":4,' +
      '"proxies":{"ExceptionsList":[],"HTTPPort":80},' +
      '"URLFilterRules":[{"action":1,"active":true,"expression":"a.org/*\\d","regex":false}],"whitelist":""}';
    expect(sebJson(settings)).toBe(json);
    expect(configKey(settings)).toBe(sha256(json));
    expect(configKey({ ...settings, originatorVersion: 'other' })).toBe(configKey(settings));
    expect(configKey({ ...settings, logLevel: 3 })).not.toBe(configKey(settings));
  });

  it('is known of settings that never change', () => {
    // The hash of `{"allowQuit":true,"startURL":"https://exam.example.org/"}`, by another program.
    expect(
      configKey({ startURL: 'https://exam.example.org/', originatorVersion: 'x', allowQuit: true }),
    ).toBe('0839627ce281e36064e170e6515c947e06e65edca5d89db60583e1cf1c010778');
  });

  it('travels as a hash with the address, whose fragment does not count', () => {
    const hash = requestHash(`${HALL}/sitting#top`, 'ab');
    expect(hash).toBe(sha256(`${HALL}/sittingab`));
  });
});

describe('a configuration for Safe Exam Browser', () => {
  const settings = sebSettings(step({ seb: { quitPasswordSha256: 'a'.repeat(64) } }), HALL);

  it('starts in the hall, lets only the hall and the exam through, and may use the camera', () => {
    expect(settings).toMatchObject({
      startURL: `${HALL}/`,
      quitURL: `${HALL}/seb-quit`,
      hashedQuitPassword: 'a'.repeat(64),
      sendBrowserExamKey: true,
      browserMediaCaptureCamera: true,
      URLFilterEnable: true,
    });
    expect(JSON.stringify(settings['URLFilterRules'])).toContain('"exam.example.org/*"');
  });

  it('leaves out what could not be written in the key as SEB writes it', () => {
    const odd = sebSettings(step({ seb: { allow: ['good.org/*', 'bad".org'] } }), HALL);
    expect(JSON.stringify(odd)).toContain('good.org');
    expect(JSON.stringify(odd)).not.toContain('bad');
  });

  it('is packed plainly behind its prefix', () => {
    const opened = gunzipSync(plainFile(settings));
    expect(opened.subarray(0, 4).toString()).toBe('plnd');
    const xml = gunzipSync(opened.subarray(4)).toString();
    expect(xml).toContain('<key>allowQuit</key><true/>');
    expect(xml).toContain(`<key>startURL</key><string>${HALL}/</string>`);
  });

  /** RNCryptor v3 read by its specification: header, salts, IV, ciphertext, HMAC over all before it. */
  const open = (sealed: Buffer, password: string): Buffer => {
    expect([...sealed.subarray(0, 2)]).toEqual([3, 1]);
    const keyOf = (from: number) => pbkdf2Sync(password, sealed.subarray(from, from + 8), 10_000, 32, 'sha1');
    const [body, mac] = [sealed.subarray(0, -32), sealed.subarray(-32)];
    const expected = createHmac('sha256', keyOf(10)).update(body).digest();
    if (!expected.equals(mac)) throw new Error('wrong password');
    const cipher = createDecipheriv('aes-256-cbc', keyOf(2), sealed.subarray(18, 34));
    return Buffer.concat([cipher.update(body.subarray(34)), cipher.final()]);
  };

  it('opens with its password and with no other', async () => {
    const file = gunzipSync(await lockedFile(settings, '考试-2026'));
    expect(file.subarray(0, 4).toString()).toBe('pswd');
    expect(gunzipSync(open(file.subarray(4), '考试-2026')).toString()).toContain('exam.example.org');
    expect(() => open(file.subarray(4), 'wrong')).toThrow('wrong password');
  });
});

describe('a request from Safe Exam Browser', () => {
  const only = step({ client: 'seb' });
  const key = configKey(sebSettings(only, HALL));
  const url = `${HALL}/api/sitting/elsewhere`;
  const proof = (changes: Partial<SebProof> = {}): SebProof => ({
    ...{ url, configKeyHash: requestHash(url, key), browserExamKeyHash: null },
    ...changes,
  });
  const refusal = (config: ReturnType<typeof step>, ...proofs: SebProof[]) => {
    try {
      return judgeProof(config, proofs, HALL);
    } catch (error) {
      return error instanceof AppError ? error.code : error;
    }
  };

  it('passes by its header, or by what the page asked of SEB for its own address', () => {
    expect(refusal(only, proof())).toBe('seb');
    const page = `${HALL}/sitting`;
    const missing = proof({ configKeyHash: null });
    expect(refusal(only, missing, proof({ url: page, configKeyHash: requestHash(page, key) }))).toBe('seb');
    expect(refusal(only, proof({ configKeyHash: requestHash(url, key).toUpperCase() }))).toBe('seb');
  });

  it('is refused with the right word: no key, a wrong one, one of another address or site', () => {
    expect(refusal(only)).toBe('SEB_REQUIRED');
    expect(refusal(only, proof({ configKeyHash: null }))).toBe('SEB_REQUIRED');
    expect(refusal(only, proof({ configKeyHash: 'f'.repeat(64) }))).toBe('SEB_KEY_WRONG');
    expect(refusal(only, proof({ url: `${url}?other` }))).toBe('SEB_KEY_WRONG');
    const foreign = 'https://hall.example.org.evil.example/';
    expect(refusal(only, proof({ url: foreign, configKeyHash: requestHash(foreign, key) }))).toBe(
      'SEB_KEY_WRONG',
    );
  });

  it('shows the Browser Exam Key too where versions are named', () => {
    const named = step({ client: 'seb', seb: { browserExamKeys: ['b'.repeat(64), 'c'.repeat(64)] } });
    expect(refusal(named, proof())).toBe('SEB_KEY_WRONG');
    const browserExamKeyHash = requestHash(url, 'c'.repeat(64));
    expect(refusal(named, proof({ browserExamKeyHash }))).toBe('seb');
  });

  it('need not be one where the flow lets an ordinary browser in', () => {
    expect(refusal(step())).toBe('browser');
    expect(refusal(step(), proof())).toBe('seb');
    expect(refusal(step({ client: 'browser' }), proof())).toBe('browser');
  });
});
