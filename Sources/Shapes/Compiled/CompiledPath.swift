// SPDX-License-Identifier: Apache-2.0

import RDFModel

/// A property path with its predicates resolved against a data graph.
indirect enum CompiledPath: Sendable {
  case predicate(TermID)
  case inverse(CompiledPath)
  case sequence([CompiledPath])
  case alternative([CompiledPath])
  case zeroOrMore(CompiledPath)
  case oneOrMore(CompiledPath)
  case zeroOrOne(CompiledPath)

  init(_ path: PropertyPath, _ terms: NodeTerms) {
    switch path {
    case .predicate(let iri): self = .predicate(terms.resolve(.iri(iri)))
    case .inverse(let inner): self = .inverse(CompiledPath(inner, terms))
    case .sequence(let parts):
      var compiled: [CompiledPath] = []
      for part in parts { compiled.append(CompiledPath(part, terms)) }
      self = .sequence(compiled)
    case .alternative(let parts):
      var compiled: [CompiledPath] = []
      for part in parts { compiled.append(CompiledPath(part, terms)) }
      self = .alternative(compiled)
    case .zeroOrMore(let inner): self = .zeroOrMore(CompiledPath(inner, terms))
    case .oneOrMore(let inner): self = .oneOrMore(CompiledPath(inner, terms))
    case .zeroOrOne(let inner): self = .zeroOrOne(CompiledPath(inner, terms))
    }
  }
}
