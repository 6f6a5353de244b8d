// Prisma's schema engine is a binary that its CLI downloads even for `generate`. Our stand-in answers the offline
// commands with Prisma's own WASM engine; PRISMA_NATIVE_ENGINE=1 goes back to the download.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

if (!process.env['PRISMA_NATIVE_ENGINE']) {
  process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= fileURLToPath(new URL('prisma/schema-engine.mjs', import.meta.url))
}
const url = process.env['DATABASE_URL'] ?? 'postgresql://localhost/offline'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url, shadowDatabaseUrl: process.env['SHADOW_DATABASE_URL'] ?? url },
})
