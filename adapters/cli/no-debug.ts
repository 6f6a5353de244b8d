// Imported before everything else: when DEBUG names them, libraries of the chat platforms write whole messages and even their
// secrets to the terminal, and they look at it once, while they are loaded.
delete process.env['DEBUG']
