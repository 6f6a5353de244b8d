// Streams XML as events without prefixes, so that a sheet of any size is never held as a tree.
import { SaxesParser } from 'saxes'
import { TableFault } from './table.ts'

export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text?(text: string): void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Feeds a stream to the handlers; yields after every chunk, so that the caller can take what was found so far. */
export async function* readXml(stream: AsyncIterable<unknown>, handlers: XmlHandlers): AsyncGenerator<number> {
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw new TableFault(`工作簿内容损坏 · the workbook is damaged: ${error.message}`)
  })
  parser.on('opentag', ({ name, attributes }) => handlers.open(local(name), attributes))
  parser.on('closetag', ({ name }) => handlers.close(local(name)))
  parser.on('text', text => handlers.text?.(text))
  parser.on('cdata', text => handlers.text?.(text))
  const decoder = new TextDecoder()
  for await (const chunk of stream) {
    const bytes = chunk as Buffer
    parser.write(decoder.decode(bytes, { stream: true }))
    yield bytes.length
  }
  parser.write(decoder.decode()).close()
}

/** Reads a small part of a workbook to its end. */
export async function readWholeXml(stream: AsyncIterable<unknown>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(stream, handlers));
}
