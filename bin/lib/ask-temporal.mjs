// @ts-check
import { connect } from 'node:http2';

const METHOD = '/temporal.api.workflowservice.v1.WorkflowService/DescribeNamespace';

/** DescribeNamespaceRequest { 1: namespace }, framed as gRPC wants it. @param {string} namespace */
function frame(namespace) {
  const name = Buffer.from(namespace);
  const message = Buffer.concat([Buffer.from([0x0a, name.length]), name]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

/**
 * Whether Temporal answers a real question rightly: it describes our namespace. A server may be there, say of itself
 * that it serves, and still answer everything wrongly. Asked in plain HTTP/2, which costs no program of its own.
 * @param {{ port: number, namespace: string, withinMs: number }} question
 * @returns {Promise<boolean>}
 */
export function describesNamespace({ port, namespace, withinMs }) {
  return new Promise((resolve) => {
    const session = connect(`http://127.0.0.1:${port}`);
    const end = (/** @type {boolean} */ verdict) => {
      clearTimeout(timer);
      resolve(verdict);
      session.destroy();
    };
    const timer = setTimeout(() => end(false), withinMs);
    session.on('error', () => end(false));
    const stream = session.request({
      ':method': 'POST',
      ':path': METHOD,
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    /** Where nothing else comes, the status stands in the headers. @param {import('node:http2').IncomingHttpHeaders} headers */
    const judge = (headers) => 'grpc-status' in headers && end(headers['grpc-status'] === '0');
    stream.on('response', judge);
    stream.on('trailers', judge);
    stream.on('error', () => end(false));
    stream.on('close', () => end(false));
    stream.resume();
    stream.end(frame(namespace));
  });
}
