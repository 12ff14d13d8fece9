import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listen, serveRoutes } from '@/tests/sandbox/http'
import { type RegisterFaults, registerRoutes } from '@/tests/sandbox/registers/routes'

const KEYS = {
  ENTERPRISE_REGISTER_KEY: 'enterprise-key-16',
  POPULATION_REGISTER_KEY: 'population-key-16',
}
const NOWHERE = 'http://localhost:1'
const places = {
  portal: NOWHERE,
  eid: NOWHERE,
  gateway: NOWHERE,
  hub: NOWHERE,
  authority: NOWHERE,
}

export type RegistersNextDoor = { faults: RegisterFaults; close: () => void }

/**
 * The stand-in registers on a free port, and the settings that lead to them. Settings are read once:
 * call it before anything of the product runs.
 */
export async function openRegisters(): Promise<RegistersNextDoor> {
  const faults: RegisterFaults = { registersDown: false }
  const server: Server = await listen(serveRoutes(registerRoutes({ ...KEYS, places }, faults)), 0)
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/registers`
  Object.assign(process.env, KEYS, {
    ENTERPRISE_REGISTER_URL: `${at}/enterprise`,
    POPULATION_REGISTER_URL: `${at}/population`,
  })
  return { faults, close: () => closeAll(server) }
}

function closeAll(server: Server): void {
  server.closeAllConnections()
  server.close()
}
