import { randomInt } from 'node:crypto';

const BODY = 'xmlns="http://jabber.org/protocol/httpbind"';

/** A small XMPP client over BOSH, as a browser in Jitsi's page is one. */
export interface Xmpp {
  readonly address: string;
  /** Sends, and answers with the first stanza that `wanted` says yes to. */
  readonly send: (stanza: string, wanted: (stanza: string) => boolean) => Promise<string>;
  /** Waits for a stanza that comes by itself; what came since the last call counts too. */
  readonly hears: (wanted: (stanza: string) => boolean) => Promise<string>;
}

export interface Login {
  readonly host: string;
  readonly token?: string;
  readonly password?: { readonly user: string; readonly secret: string };
}

/** @throws Error with the server's words when it does not let us in */
export async function connect(port: number, { host, token, password }: Login): Promise<Xmpp> {
  const url = `http://127.0.0.1:${port}/http-bind${token ? `?token=${encodeURIComponent(token)}` : ''}`;
  let rid = randomInt(1, 1e6);
  let sid = '';
  const heard: string[] = [];
  const post = async (attributes: string, inner = ''): Promise<string> => {
    rid += 1;
    const session = sid ? ` sid="${sid}"` : '';
    const body = `<body rid="${rid}"${session} ${attributes} ${BODY}>${inner}</body>`;
    const answer = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'text/xml' } });
    const text = await answer.text();
    heard.push(...stanzasIn(text));
    return text;
  };

  const opening = `to="${host}" wait="1" hold="1" ver="1.6" xml:lang="en" xmpp:version="1.0" xmlns:xmpp="urn:xmpp:xbosh"`;
  sid = /\ssid=['"]([^'"]+)/.exec(await post(opening))?.[1] ?? '';
  const { mechanism, initial } = password
    ? { mechanism: 'PLAIN', initial: base64(`\0${password.user}\0${password.secret}`) }
    : { mechanism: 'ANONYMOUS', initial: '' };
  const auth = `<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="${mechanism}">${initial}</auth>`;
  const outcome = await post('', auth);
  if (!outcome.includes('<success')) throw new Error(`not let in: ${outcome}`);
  await post(`to="${host}" xmpp:restart="true" xmlns:xmpp="urn:xmpp:xbosh"`);
  const bind = '<bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/>';
  const bound = await post('', `<iq type="set" id="bind" xmlns="jabber:client">${bind}</iq>`);

  const hears: Xmpp['hears'] = async (wanted) => {
    for (let polls = 0; polls < 10; polls += 1) {
      const found = heard.findIndex(wanted);
      if (found >= 0) return heard.splice(found, 1)[0] ?? '';
      await post('');
    }
    throw new Error(`not heard; instead: ${heard.join('\n')}`);
  };
  const send: Xmpp['send'] = async (stanza, wanted) => {
    await post('', stanza);
    return hears(wanted);
  };
  return { address: /<jid>([^<]+)/.exec(bound)?.[1] ?? '', send, hears };
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const stanzasIn = (body: string): string[] =>
  body.match(/<(iq|presence|message)\b[^]*?<\/\1>|<(iq|presence|message)\b[^>]*\/>/g) ?? [];
