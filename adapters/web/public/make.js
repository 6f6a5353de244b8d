// Makes an element. Everything goes in as text, never as markup, so what a customer or a clerk typed stays what they typed.

export function make(tag, className, ...children) {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...children)
  return element
}
