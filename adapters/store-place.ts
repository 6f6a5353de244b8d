// Where the configured store is, and the master key it is sealed with.
import type { Config } from './config.ts'
import { masterKeysOf } from './store/key-file.ts'
import type { StoreOptions } from './store/open.ts'

/** Without MASTER_KEY the key file in DATA_DIR is used, also beside PostgreSQL: a second machine is then refused, not mixed up. */
export function placeOf(config: Config): Pick<StoreOptions, 'dir' | 'url' | 'masterKey' | 'oldMasterKey'> {
  const { databaseUrl, dataDir, masterKey, oldMasterKey } = config
  const keys = masterKey ? { masterKey, oldMasterKey } : masterKeysOf(dataDir)
  return databaseUrl === undefined ? { dir: dataDir, ...keys } : { url: databaseUrl, ...keys }
}
