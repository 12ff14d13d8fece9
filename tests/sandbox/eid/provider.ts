import { generateKeyPairSync, randomBytes } from 'node:crypto'
import Provider, { type AccountClaims, type Configuration } from 'oidc-provider'
import { findHolder, type Holder } from '../cast'
import { html, page } from '../page'
import type { Places, SandboxSettings } from '../settings'

export const NEIGHBOUR = 'Định danh điện tử giả lập'

/** Assurance levels as values of `acr`, higher last. */
export const levels = { 1: 'level-1', 2: 'level-2' } as const

/**
 * The stand-in of the national electronic identity: an OpenID provider that demands PKCE and signs
 * its tokens with a key made at each start. The portal is its only client.
 */
export function eidProvider(settings: SandboxSettings): Provider {
  const provider = new Provider(settings.places.eid, configuration(settings))
  provider.on('server_error', (_context, error) => {
    process.stderr.write(`sandbox e-ID: ${error.stack ?? error.message}\n`)
  })
  return provider
}

function configuration(settings: SandboxSettings): Configuration {
  return {
    clients: [
      {
        client_id: settings.EID_CLIENT_ID,
        client_secret: settings.EID_CLIENT_SECRET,
        client_name: 'Một Cửa Y Tế',
        redirect_uris: [`${settings.places.portal}/api/auth/callback/eid`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    acrValues: Object.values(levels),
    claims: {
      openid: ['sub'],
      acr: null,
      profile: ['name', 'birthdate', 'address'],
      email: ['email'],
      phone: ['phone_number'],
      national_id: ['national_id'],
      organisations: ['organisations'],
    },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    findAccount: (_context, sub) => {
      const holder = findHolder(sub)
      return holder && { accountId: sub, claims: () => claimsOf(holder) }
    },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: grantEverythingAsked,
    jwks: { keys: [signingKey()] },
    renderError: (context, { error }) => {
      context.type = 'html'
      context.body = problemPage(settings.places, error).body
    },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      IdToken: 600,
      Interaction: 1800,
      Session: 1800,
      Grant: 1800,
    },
  }
}

function problemPage(places: Places, error: string) {
  const body = html`<p>Yêu cầu đăng nhập không hợp lệ (${error}). Hãy quay lại và thử lần nữa.</p>
<p><a href="${places.portal}/login">Đăng nhập Một Cửa Y Tế</a></p>`
  return page({ title: 'Không thể đăng nhập', neighbour: NEIGHBOUR, places, body })
}

function claimsOf(holder: Holder): AccountClaims {
  return {
    sub: holder.sub,
    name: holder.name,
    birthdate: holder.birthdate,
    email: holder.email,
    phone_number: holder.phone,
    national_id: holder.nationalId,
    address: { formatted: holder.address },
    organisations: holder.organisations,
  }
}

type LoadGrant = NonNullable<Configuration['loadExistingGrant']>

/** The sign-in page itself says what is handed over, so no second page asks for consent. */
const grantEverythingAsked: LoadGrant = async (context) => {
  const { client, session, provider, params } = context.oidc
  if (!client || !session?.accountId) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope(String(params?.['scope'] ?? 'openid'))
  await grant.save()
  return grant
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    ...privateKey.export({ format: 'jwk' }),
    kty: 'RSA',
    use: 'sig',
    alg: 'RS256',
    kid: 'eid-1',
  }
}
