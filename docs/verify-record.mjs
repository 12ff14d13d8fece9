// @ts-check
// node docs/verify-record.mjs [--json] [--trust ROOTS.pem] FILE
// Checks the record of a dossier as it was downloaded (docs/record-format.md) and names the first broken
// place. Plain Node 20 or newer: no package, no module of the product, no network; one file on purpose,
// so that it can be handed on alone.
// Ends with 0 when the record is whole, 1 when it is broken, 2 when the file cannot be read.
import { createHash, verify, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const FILE_FORMAT = 'mot-cua-y-te/dossier-record/1'
const HEAD_FORMAT = 'mot-cua-y-te/record-head/1'
const SIGNING_UNIT = 'OU=Hệ thống'
const DAY = 86_400_000

/** @typedef {{ event: number } | { head: number }} Place */
/** @typedef {{ number: number, day: string, covers: number | null, signer: string | null, stampedAt: string | null }} HeadReport */

class Unreadable extends Error {}
class Broken extends Error {
  /** @param {Place} place @param {string} fault @param {string} words @param {string} vietnamese */
  constructor(place, fault, words, vietnamese) {
    super(words)
    Object.assign(this, { place, fault, vietnamese })
  }
}

// ---- the command

function main() {
  const command = readCommand()
  if (!command)
    return say(2, 'Usage: node docs/verify-record.mjs [--json] [--trust ROOTS.pem] FILE')
  /** @type {any} */
  const report = { file: command.file, verdict: 'valid', events: 0, covered: 0, heads: [] }
  try {
    const roots = command.trust ? readRoots(command.trust) : null
    check(readRecord(command.file), roots, report)
  } catch (/** @type {any} */ error) {
    if (error instanceof Broken)
      Object.assign(report, error, { verdict: 'broken', words: error.message })
    else {
      // Whatever else a file leads to, such as a depth that nobody can follow, it is no record.
      const words = error instanceof Unreadable ? error.message : `it cannot be followed: ${error}`
      Object.assign(report, { verdict: 'unreadable', words })
    }
  }
  const text = command.json ? JSON.stringify(report) : inWords(report, Boolean(command.trust))
  return say({ valid: 0, broken: 1 }[/** @type {string} */ (report.verdict)] ?? 2, text)
}

function readCommand() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, trust: { type: 'string' } },
    })
    const [file, ...more] = positionals
    return file && more.length === 0 ? { file, json: values.json, trust: values.trust } : null
  } catch {
    return null
  }
}

/** @param {number} code @param {string} text */
function say(code, text) {
  // A stranger's file may not steer the terminal.
  process.stdout.write(`${text.replace(/(?!\n)\p{Cc}/gu, '?')}\n`)
  return code
}

/** @param {any} report @param {boolean} trusted */
function inWords(report, trusted) {
  const { verdict, events, covered, heads, place, fault, words, vietnamese, dossier } = report
  if (verdict === 'unreadable')
    return `UNREADABLE: ${words}\nKHÔNG ĐỌC ĐƯỢC: tệp không phải là bản ghi hồ sơ.`
  const lines = [`Record of dossier ${dossier.id}${dossier.code ? ` (${dossier.code})` : ''}`]
  for (const { number, day, covers, signer, stampedAt } of heads)
    if (signer)
      lines.push(
        `Head ${number} of ${day}${covers ? ` covers event ${covers}` : ''}: signed by ${signer}, stamped ${stampedAt}`,
      )
  if (verdict === 'broken') {
    const [what, number] = 'event' in place ? ['event', place.event] : ['head', place.head]
    const where = what === 'event' ? 'sự kiện số' : 'mốc ký số'
    return [
      ...lines,
      `BROKEN at ${what} ${number} (${fault}): ${words}`,
      `KHÔNG TOÀN VẸN: đứt ở ${where} ${number} – ${vietnamese}.`,
    ].join('\n')
  }
  if (covered < events) lines.push(`From event ${covered + 1} on no head covers the chain yet.`)
  if (!trusted) lines.push('Whose certificates these are was not checked: give --trust ROOTS.pem.')
  lines.push(
    `VALID: ${events} events in one unbroken chain, the first ${covered} held by signed heads`,
  )
  return [
    ...lines,
    `TOÀN VẸN: ${events} sự kiện liền chuỗi, ${covered} sự kiện đầu được các mốc ký số bảo chứng.`,
  ].join('\n')
}

// ---- the file

/** @param {string} file */
function readRecord(file) {
  let record
  try {
    record = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)))
  } catch {
    throw new Unreadable('not a JSON file in UTF-8')
  }
  if (record?.format !== FILE_FORMAT) throw new Unreadable(`the format is not ${FILE_FORMAT}`)
  const { dossier, events, heads } = record
  const shaped =
    isText(dossier?.id, dossier?.lastHash) &&
    Number.isInteger(dossier?.lastSeq) &&
    Array.isArray(events) &&
    events.every(
      (each) => isText(each?.canonical, each?.previousHash, each?.hash) && isObject(each?.facts),
    ) &&
    Array.isArray(heads) &&
    heads.every(
      (each) => isText(each?.payload) && isText(each.signature ?? '') && isCover(each.covers),
    )
  if (!shaped) throw new Unreadable('a part of the record is missing or of another kind')
  return record
}

/** @param {unknown[]} values */
function isText(...values) {
  return values.every((value) => typeof value === 'string')
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @param {any} covers */
function isCover(covers) {
  if (covers === undefined) return true
  return (
    Number.isInteger(covers?.position) &&
    covers.position >= 0 &&
    Number.isInteger(covers.seq) &&
    covers.seq >= 1 &&
    isText(covers.hash) &&
    Array.isArray(covers.proof) &&
    isText(...covers.proof)
  )
}

/** @param {string} file */
function readRoots(file) {
  try {
    const blocks = readFileSync(file, 'utf8').match(
      /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g,
    )
    return (blocks ?? []).map((block) => new X509Certificate(block))
  } catch {
    throw new Unreadable(`the roots in ${file} cannot be read`)
  }
}

/** @param {any} record @param {X509Certificate[] | null} roots @param {any} report */
function check(record, roots, report) {
  report.dossier = { id: record.dossier.id, code: record.dossier.code ?? null }
  checkEvents(record, report)
  checkEnd(record)
  checkHeads(record, roots, report)
}

// ---- the chain of events

/** @param {any} record @param {any} report */
function checkEvents({ dossier, events }, report) {
  let previous = ''
  for (const [index, event] of events.entries()) {
    const number = index + 1
    const broken = (
      /** @type {string} */ fault,
      /** @type {string} */ words,
      /** @type {string} */ vietnamese,
    ) => {
      throw new Broken({ event: number }, fault, words, vietnamese)
    }
    const { canonical, previousHash, hash, facts } = event
    if (facts.seq !== number)
      broken(
        'sequence',
        `here stands event ${facts.seq}: one is missing, added or out of order`,
        'thiếu, thừa hoặc sai thứ tự sự kiện',
      )
    if (previousHash !== previous)
      broken(
        'previous-hash',
        'it does not follow the event before it',
        'không nối tiếp sự kiện trước',
      )
    if (hash !== sha256(`${previousHash}\n${canonical}`))
      broken('hash', 'its content does not give its hash', 'nội dung không khớp mã băm')
    if (canonical !== canonicalJson(facts))
      broken(
        'content',
        'what is shown is not what was hashed',
        'nội dung hiển thị khác nội dung đã băm',
      )
    if (facts.dossierId !== dossier.id)
      broken('dossier', 'it belongs to another dossier', 'sự kiện của hồ sơ khác')
    previous = hash
    report.events = number
  }
}

/** @param {any} record */
function checkEnd({ dossier, events }) {
  const { lastSeq, lastHash } = dossier
  const last = events.at(-1)
  if (events.length < lastSeq)
    throw new Broken(
      { event: events.length + 1 },
      'missing',
      `it is missing: the register counts ${lastSeq} events`,
      'bị thiếu so với sổ đăng ký',
    )
  if (events.length > lastSeq || (last && last.hash !== lastHash) || events.length === 0)
    throw new Broken(
      { event: events.length },
      'end',
      'the chain does not end as the register says',
      'điểm cuối của chuỗi khác sổ đăng ký',
    )
}

/** Keys sorted, no blanks, NFC. @param {any} value @returns {string} */
function canonicalJson(value) {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, item]) => [key.normalize('NFC'), item])
  members.sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}

/** @param {string | Uint8Array} bytes */
function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

// ---- the heads

/** @param {any} record @param {X509Certificate[] | null} roots @param {any} report */
function checkHeads({ dossier, events, heads }, roots, report) {
  let before = null
  for (const [index, head] of heads.entries()) {
    const facts = readPayload(head.payload, before)
    const broken = (
      /** @type {string} */ fault,
      /** @type {string} */ words,
      /** @type {string} */ vietnamese,
    ) => {
      throw new Broken({ head: facts.number }, fault, words, vietnamese)
    }
    if (before && facts.number !== before.facts.number + 1)
      broken('sequence', 'a head is missing before it', 'thiếu mốc ký trước đó')
    if (before && facts.previous !== sha256(before.payload))
      broken(
        'previous-hash',
        'it does not follow the head before it',
        'không nối tiếp mốc ký trước',
      )
    if (!head.signature && (head.covers || index === heads.length - 1))
      broken('signature', 'it is not signed', 'không có chữ ký số')
    const signed = head.signature
      ? attempt(() => checkSignature(head, facts, roots))
      : { signer: null, stampedAt: null }
    if ('problem' in signed)
      return broken('signature', signed.problem, 'chữ ký số hoặc dấu thời gian không hợp lệ')
    /** @type {HeadReport} */
    const line = {
      number: facts.number,
      day: facts.day,
      covers: head.covers?.seq ?? null,
      ...signed,
    }
    report.heads.push(line)
    if (head.covers) checkCover(head.covers, facts, { dossier, events, covered: report.covered })
    report.covered = head.covers?.seq ?? report.covered
    before = { facts, payload: head.payload }
  }
}

/** @param {string} payload @param {any} before */
function readPayload(payload, before) {
  const number = before ? before.facts.number + 1 : 0
  try {
    const facts = JSON.parse(payload)
    const whole =
      facts.format === HEAD_FORMAT &&
      Number.isInteger(facts.number) &&
      Number.isInteger(facts.chains) &&
      isText(facts.day, facts.at, facts.root, facts.previous)
    if (whole && canonicalJson(facts) === payload) return facts
  } catch {
    // said below
  }
  throw new Broken(
    { head: number },
    'payload',
    'its payload is not that of a head',
    'nội dung mốc ký không đúng dạng',
  )
}

/** @param {any} covers @param {any} facts @param {{ dossier: any, events: any[], covered: number }} chain */
function checkCover({ position, seq, hash, proof }, facts, { dossier, events, covered }) {
  const leaf = digest(Uint8Array.of(0), Buffer.from(`${dossier.id}\n${seq}\n${hash}`))
  if (
    position >= facts.chains ||
    rootFrom(leaf, { position, count: facts.chains, proof }) !== facts.root
  )
    throw new Broken(
      { head: facts.number },
      'inclusion',
      'the proof does not lead to its root',
      'bằng chứng không dẫn tới gốc đã ký',
    )
  const event = events[seq - 1]
  if (!event)
    throw new Broken(
      { event: seq },
      'missing',
      `it is missing: head ${facts.number} of ${facts.day} covers it`,
      `bị thiếu, mốc ký ${facts.number} ngày ${facts.day} có ghi nhận`,
    )
  if (event.hash !== hash)
    throw new Broken(
      { event: seq },
      'rewritten',
      `up to here the chain is not the one that head ${facts.number} of ${facts.day} covers`,
      `chuỗi đến đây khác chuỗi mà mốc ký ${facts.number} ngày ${facts.day} ghi nhận`,
    )
  if (seq <= covered)
    throw new Broken(
      { head: facts.number },
      'inclusion',
      'it covers less than a head before it',
      'ghi nhận ít hơn mốc ký trước',
    )
}

/** RFC 9162 §2.1.3.2. @param {Buffer} leaf @param {{ position: number, count: number, proof: string[] }} way */
function rootFrom(leaf, { position, count, proof }) {
  let [at, last, node] = [position, count - 1, leaf]
  for (const text of proof) {
    if (last === 0 || !/^[0-9a-f]{64}$/.test(text)) return null
    const sibling = Buffer.from(text, 'hex')
    if (at % 2 === 1 || at === last) {
      node = digest(Uint8Array.of(1), sibling, node)
      while (at % 2 === 0 && at !== 0) [at, last] = [at >> 1, last >> 1]
    } else node = digest(Uint8Array.of(1), node, sibling)
    ;[at, last] = [at >> 1, last >> 1]
  }
  return last === 0 ? node.toString('hex') : null
}

/** @param {Uint8Array[]} pieces */
function digest(...pieces) {
  return createHash('sha256').update(Buffer.concat(pieces)).digest()
}

// ---- signatures: CMS (RFC 5652) with the attributes of CAdES, and time stamps (RFC 3161)

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
}
/** @type {Record<string, string>} */
const DIGESTS = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const [INTEGER, OCTETS, OBJECT_ID, TIME, SEQUENCE, SET, TAG0, TAG1] = [
  2, 4, 6, 24, 48, 49, 160, 161,
]

/** @template T @param {() => T} work @returns {T | { problem: string }} */
function attempt(work) {
  try {
    return work()
  } catch (/** @type {any} */ error) {
    return { problem: `its signature: ${error.message}` }
  }
}

/** @param {{ payload: string, signature: string }} head @param {any} facts @param {X509Certificate[] | null} roots */
function checkSignature({ payload, signature }, facts, roots) {
  const cms = readCms(Buffer.from(signature, 'base64'))
  if (cms.content !== null || cms.contentType !== OID.data) throw new Error('it is not detached')
  checkCms(cms, Buffer.from(payload))
  if (!cms.signer.subject.split('\n').includes(SIGNING_UNIT))
    throw new Error('the signer is not the system of the record')
  if (!cms.timestamp) throw new Error('it has no time stamp')
  const token = readCms(cms.timestamp)
  if (token.content === null || token.contentType !== OID.timestampInfo)
    throw new Error('the time stamp is none')
  checkCms(token, token.content)
  if (!token.signer.keyUsage?.includes(OID.timeStamping))
    throw new Error('the stamping authority may not stamp time')
  const { time, algorithm, imprint } = readStamp(token.content)
  if (!createHash(algorithm).update(cms.signature).digest().equals(imprint))
    throw new Error('the time stamp is about something else')
  if (!(Math.abs(time.getTime() - Date.parse(facts.at)) < DAY))
    throw new Error('the time stamp is of another day than the head')
  if (roots) for (const each of [cms, token]) checkTrust(each, roots, time)
  return {
    signer: cms.signer.subject.split('\n').reverse().join(', '),
    stampedAt: time.toISOString(),
  }
}

/** @param {ReturnType<typeof readCms>} cms @param {Buffer} content */
function checkCms(
  { attributes, algorithm, contentType, signer, signedAttributes, signature },
  content,
) {
  const hashed = createHash(algorithm).update(content).digest()
  if (!expect(attributes.get(OID.messageDigest), OCTETS).content.equals(hashed))
    throw new Error('the content is not what was signed')
  if (oidOf(attributes.get(OID.contentType)) !== contentType)
    throw new Error('the kind of content is not what was signed')
  if (!verify(algorithm, signedAttributes, signer.publicKey, signature))
    throw new Error('the signature value is wrong')
  if (!namesCertificate(attributes, signer)) throw new Error('another certificate was signed with')
}

/** The certificate's hash among the signed attributes (RFC 5035); time stamps may have the older one. @param {Map<string, Der>} attributes @param {X509Certificate} signer */
function namesCertificate(attributes, signer) {
  const second = attributes.get(OID.signingCertificateV2)
  const [list] = members(second ?? attributes.get(OID.signingCertificate), SEQUENCE)
  const [identifier] = members(list, SEQUENCE)
  const parts = members(identifier, SEQUENCE)
  const named = parts[0]?.tag === SEQUENCE
  const algorithm = named
    ? DIGESTS[oidOf(members(parts[0], SEQUENCE)[0])]
    : second
      ? 'sha256'
      : 'sha1'
  return expect(parts[named ? 1 : 0], OCTETS).content.equals(
    createHash(algorithm ?? '')
      .update(signer.raw)
      .digest(),
  )
}

/** @param {ReturnType<typeof readCms>} cms @param {X509Certificate[]} roots @param {Date} at */
function checkTrust({ signer, certificates }, roots, at) {
  let last = signer
  for (let step = 0; step < 6; step += 1) {
    if (at < new Date(last.validFrom) || at > new Date(last.validTo))
      throw new Error('a certificate was not valid then')
    const issued = (/** @type {X509Certificate} */ issuer) =>
      issuer.ca && last.checkIssued(issuer) && last.verify(issuer.publicKey)
    if (roots.some(issued)) return
    const next = certificates.find((each) => each !== last && issued(each))
    if (!next) break
    last = next
  }
  throw new Error('a certificate does not stand under the given roots')
}

/** @param {Buffer} bytes */
function readCms(bytes) {
  const whole = readDer(bytes)
  const [type, explicit] = members(whole, SEQUENCE)
  if (oidOf(type) !== OID.signedData || whole.raw.length !== bytes.length)
    throw new Error('it is no CMS')
  const parts = members(members(explicit, TAG0)[0], SEQUENCE)
  const [info, ...more] = members(parts.at(-1), SET)
  if (more.length > 0) throw new Error('there is more than one signer')
  const [, sid, digestAlgorithm, signed, , signature, unsigned] = members(info, SEQUENCE)
  const certificates = members(
    parts.find(({ tag }) => tag === TAG0),
    TAG0,
  ).map(({ raw }) => new X509Certificate(raw))
  const signer = certificates.find((each) => isNamed(each, expect(sid, SEQUENCE).content))
  const algorithm = DIGESTS[oidOf(members(digestAlgorithm, SEQUENCE)[0])]
  if (!signer || !signed || !algorithm) throw new Error('it cannot be read')
  const [contentType, content] = members(parts[2], SEQUENCE)
  const signedAttributes = Buffer.from(signed.raw)
  signedAttributes[0] = SET
  return {
    signer,
    certificates,
    algorithm,
    signedAttributes,
    attributes: readAttributes(signed, TAG0),
    signature: expect(signature, OCTETS).content,
    contentType: oidOf(contentType),
    content: content ? expect(members(content, TAG0)[0], OCTETS).content : null,
    timestamp: unsigned ? readAttributes(unsigned, TAG1).get(OID.timestampToken)?.raw : undefined,
  }
}

/** Whether issuer and serial number are the certificate's, byte for byte. @param {X509Certificate} certificate @param {Buffer} name */
function isNamed(certificate, name) {
  const [tbs] = members(readDer(certificate.raw), SEQUENCE)
  const [serial, , issuer] = members(tbs, SEQUENCE).filter(({ tag }) => tag !== TAG0)
  return Buffer.concat([expect(issuer, SEQUENCE).raw, expect(serial, INTEGER).raw]).equals(name)
}

/** @param {Der} list @param {number} tag @returns {Map<string, Der>} */
function readAttributes(list, tag) {
  const pairs = members(list, tag).map((each) => {
    const [type, values] = members(each, SEQUENCE)
    return /** @type {const} */ ([oidOf(type), /** @type {Der} */ (members(values, SET)[0])])
  })
  if (new Set(pairs.map(([type]) => type)).size !== pairs.length)
    throw new Error('an attribute stands twice')
  return new Map(pairs)
}

/** @param {Buffer} info */
function readStamp(info) {
  const [, , about, , moment] = members(readDer(info), SEQUENCE)
  const [algorithm, imprint] = members(about, SEQUENCE)
  const text = expect(moment, TIME).content.toString('latin1')
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text)
  if (!match) throw new Error('the stamped time cannot be read')
  const [, year, month, day, hour, minute, second, fraction = ''] = match
  return {
    time: new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`),
    algorithm: DIGESTS[oidOf(members(algorithm, SEQUENCE)[0])] ?? '',
    imprint: expect(imprint, OCTETS).content,
  }
}

// ---- DER (X.690), strictly: each content has one length

/** @typedef {{ tag: number, content: Buffer, raw: Buffer }} Der */

/** @param {Buffer} bytes @returns {Der} */
function readDer(bytes) {
  const [tag, first] = bytes
  if (tag === undefined || first === undefined || (tag & 31) === 31) throw new Error('no DER')
  const count = first < 128 ? 0 : first & 127
  if (first === 128 || count > 3 || bytes.length < 2 + count) throw new Error('no DER: length')
  const length = count === 0 ? first : bytes.readUIntBE(2, count)
  if (count > 0 && (length < 128 || length < 256 ** (count - 1)))
    throw new Error('no DER: a longer length than needed')
  const end = 2 + count + length
  if (end > bytes.length) throw new Error('no DER: cut off')
  return { tag, content: bytes.subarray(2 + count, end), raw: bytes.subarray(0, end) }
}

/** @param {Der | undefined} element @param {number} tag @returns {Der[]} */
function members(element, tag) {
  const found = []
  for (
    let rest = expect(element, tag).content;
    rest.length > 0;
    rest = rest.subarray(found.at(-1)?.raw.length)
  )
    found.push(readDer(rest))
  return found
}

/** @param {Der | undefined} element @param {number} tag @returns {Der} */
function expect(element, tag) {
  if (element?.tag !== tag) throw new Error(`no DER: tag ${tag} is expected`)
  return element
}

/** @param {Der | undefined} element */
function oidOf(element) {
  const numbers = []
  let value = 0
  for (const byte of expect(element, OBJECT_ID).content) {
    value = value * 128 + (byte & 127)
    if (byte < 128) numbers.push(value), (value = 0)
  }
  const [first = 0, ...rest] = numbers
  const root = Math.min(2, Math.floor(first / 40))
  return [root, first - root * 40, ...rest].join('.')
}

process.exitCode = main()
