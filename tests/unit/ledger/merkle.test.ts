import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inclusionProof, leafHash, merkleRoot } from '@/lib/ledger/merkle'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

// The test vectors of Certificate Transparency (google/certificate-transparency, merkle_tree_test).
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((text) => leafHash(Buffer.from(text, 'hex')))
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

describe('the tree of a head', () => {
  it.each(ROOTS.map((root, index) => [index + 1, root] as const))(
    'over %i leaves has the root that RFC 6962 says',
    (count, root) => {
      expect(hex(merkleRoot(LEAVES.slice(0, count)))).toBe(root)
    },
  )

  it('over nothing is the hash of nothing', () => {
    expect(hex(merkleRoot([]))).toBe(createHash('sha256').digest('hex'))
  })

  it('gives the audit paths of RFC 6962 §2.1.3', () => {
    const seven = Array.from({ length: 7 }, (_, index) => leafHash(Buffer.of(index)))
    const [a, b, c, d, , , j] = seven
    const node = (...parts: (Uint8Array | undefined)[]) =>
      merkleRoot(parts.filter((part) => part !== undefined))
    expect(inclusionProof(seven, 0)).toEqual([b, node(c, d), merkleRoot(seven.slice(4))])
    expect(inclusionProof(seven, 3)).toEqual([c, node(a, b), merkleRoot(seven.slice(4))])
    expect(inclusionProof(seven, 4)).toEqual([seven[5], j, merkleRoot(seven.slice(0, 4))])
    expect(inclusionProof(seven, 6)).toEqual([
      node(seven[4], seven[5]),
      merkleRoot(seven.slice(0, 4)),
    ])
  })

  it('takes no inner node for a leaf', () => {
    const [one, two] = LEAVES
    if (!one || !two) throw new Error('too few leaves')
    expect(hex(merkleRoot([one, two]))).not.toBe(hex(leafHash(Buffer.concat([one, two]))))
  })
})
