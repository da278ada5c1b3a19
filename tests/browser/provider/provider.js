// A real OpenID provider on this machine, for the tests of signing in. What goes wrong in it is asked for at /proef.
import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import http from 'node:http';
import Provider, { interactionPolicy } from 'oidc-provider';

const [client, secret, callback] = process.argv.slice(2);
const people = {
  anna: { name: 'Anna de Vries', preferred_username: 'anna@aldermeer.nl', roles: ['Voorkant.Beleid'], groups: ['g-aldermeer'] },
  bram: { name: 'Bram Bos', preferred_username: 'bram@aldermeer.nl', roles: [], groups: ['g-aldermeer'] },
  carla: { name: 'Carla Smit', preferred_username: 'carla@regio.nl', roles: [], groups: ['g-managers', 'g-regio'] },
  dirk: { name: 'Dirk Dam', preferred_username: 'dirk@aldermeer.nl', hasgroups: true },
};
const told = new Set(['name', 'preferred_username', 'roles', 'groups', 'hasgroups']);
const wrong = { down: false, tampered: '', later: 0 };
const { now } = Date;
Date.now = () => now() + wrong.later * 1000;

function key() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = privateKey.export({ format: 'jwk' });
  return { ...jwk, use: 'sig', alg: 'ES256', kid: createHash('sha256').update(jwk.x).digest('hex').slice(0, 8) };
}

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

// A token as this provider could have made it, but for what is wrong with it.
function tampered(token, key, how) {
  const [head, claims] = token.split('.').slice(0, 2).map((text) => JSON.parse(Buffer.from(text, 'base64url')));
  const changed = {
    claims: { ...claims, sub: 'carla', groups: people.carla.groups },
    none: claims,
    nothing: claims,
    aud: { ...claims, aud: 'anders' },
    iss: { ...claims, iss: 'https://elders.nl' },
    exp: { ...claims, exp: claims.iat - 600 },
  }[how];
  if (how === 'none') return `${part({ ...head, alg: 'none' })}.${part(changed)}.`;
  const text = `${part(head)}.${part(changed)}`;
  if (how === 'claims') return `${text}.${token.split('.')[2]}`;
  const own = { key: createPrivateKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' };
  return `${text}.${sign('sha256', Buffer.from(text), own).toString('base64url')}`;
}

function made(issuer) {
  const own = key();
  const policy = interactionPolicy.base();
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }));
  const provider = new Provider(issuer, {
    clients: [{
      client_id: client,
      client_secret: secret,
      redirect_uris: [callback],
      post_logout_redirect_uris: [callback],
      id_token_signed_response_alg: 'ES256',
    }],
    jwks: { keys: [own] },
    cookies: { keys: ['proef'] },
    claims: { openid: ['sub'], profile: [...told], email: [] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true, logoutSource: asked } },
    interactions: { policy, url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, id) => people[id] && { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId,
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    await next();
    if (wrong.tampered && context.oidc?.route === 'token' && context.body?.id_token) {
      context.body.id_token = tampered(context.body.id_token, own, wrong.tampered);
    }
  });
  return provider;
}

async function asked(context, form) {
  context.body = `<!doctype html><html lang="nl"><title>Uitloggen</title><h1>Uitloggen bij de aanbieder?</h1>${form}
    <button form="op.logoutForm" name="logout" value="yes">Ja</button></html>`;
}

async function body(request) {
  let text = '';
  for await (const part of request) text += part;
  return text;
}

async function interact(request, response) {
  if (request.method === 'POST') {
    const login = { accountId: new URLSearchParams(await body(request)).get('naam') };
    await provider.interactionFinished(request, response, { login, select_account: {} });
    return;
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><html lang="nl"><title>Aanbieder</title><h1>Wie ben je?</h1>
    <form method="post"><label>Naam <input name="naam"></label><button>Verder</button></form></html>`);
}

async function change(request, response) {
  const wanted = JSON.parse(await body(request));
  if (wanted.keys) provider = made(issuer);
  Object.assign(wrong, wanted);
  response.end('{}');
}

let provider;
let issuer;
const server = http.createServer((request, response) => {
  if (request.url === '/proef') change(request, response);
  else if (wrong.down) request.socket.destroy();
  else if (request.url.startsWith('/interaction/')) interact(request, response);
  else provider.callback()(request, response);
});
server.listen(0, '127.0.0.1', () => {
  issuer = `http://127.0.0.1:${server.address().port}`;
  provider = made(issuer);
  console.log(issuer);
});
