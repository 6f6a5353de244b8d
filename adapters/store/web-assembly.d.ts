// The part of WebAssembly's interface that is used here; the types of Node leave it to those of a browser.
declare namespace WebAssembly {
  interface Module {
    readonly [Symbol.toStringTag]: 'WebAssembly.Module'
  }
  const Module: {
    imports(module: Module): readonly { readonly module: string; readonly name: string; readonly kind: string }[]
  }
  const Memory: new (pages: { readonly initial: number; readonly maximum: number }) => object
  const Table: new (entries: { readonly initial: number; readonly element: 'anyfunc' }) => object
  const Instance: new (module: Module, imports: object) => { readonly exports: object }
  function compile(bytes: Uint8Array): Promise<Module>
}
