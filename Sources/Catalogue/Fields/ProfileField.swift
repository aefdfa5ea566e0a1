// SPDX-License-Identifier: Apache-2.0

/// How often a key may be written.
package enum Occurrence: Sendable, Hashable {
  /// Exactly one value.
  case one
  /// One value or none.
  case optional
  /// At least one value.
  case oneOrMore
  /// Any number of values.
  case many

  /// Whether the key must be there.
  package var isRequired: Bool { self == .one || self == .oneOrMore }
  /// Whether a list is allowed.
  package var isRepeatable: Bool { self == .oneOrMore || self == .many }
}

/// The forms of text that become a literal.
package enum TextForm: Sendable, Hashable, CaseIterable {
  /// Any text, `xsd:string`.
  case plain
  /// A version by Semantic or Calendar Versioning, `xsd:string`.
  case version
  /// An address such as `data-office@example.org`, `xsd:string`.
  case email
  /// `xsd:date`, `xsd:dateTime`, `xsd:gYearMonth` or `xsd:gYear`, by its own form.
  case date
  /// `xsd:duration`.
  case duration
  /// `xsd:decimal`, not negative.
  case decimal
  /// `xsd:nonNegativeInteger`.
  case wholeNumber
  /// A count of people or studies, `xsd:nonNegativeInteger`, never 1 to 4; becomes the nearest
  /// multiple of five, as every count does.
  case count
  /// `xsd:hexBinary` in lower case.
  case hexadecimal
  /// `xsd:boolean`.
  case flag
  /// An absolute IRI as a literal, `xsd:anyURI`.
  case address
}

/// What a key holds and what becomes of it.
package indirect enum FieldValue: Sendable {
  /// A literal.
  case text(TextForm)
  /// Language-tagged literals: plain text (English), or a mapping from language to text.
  case localised(needsEnglish: Bool)
  /// A node of one class that carries a localised text, such as a statement of provenance.
  case statement(type: String, property: String)
  /// An absolute IRI; the classes are stated of it.
  case resource(types: [String])
  /// An address that becomes a `mailto:` IRI.
  case mailbox
  /// A concept by short name or IRI.
  case concept(CodeList)
  /// An IANA media type such as `application/dicom`, or its IRI.
  case mediaType
  /// A mapping that becomes a node of its own.
  case node(NodeKind)
  /// A mapping from names to mappings, each of which becomes a node of its own.
  case namedNodes(NodeKind)
  /// An organisation: a mapping, or a name out of `agents`.
  case agent(NodeKind)
  /// A concept, or a mapping for what no concept says.
  case conceptOrNode(CodeList, NodeKind)
}

/// A key that people write and the property that it becomes.
package struct ProfileField: Sendable {
  /// The key.
  package let key: String
  /// The property's IRI.
  package let property: String
  /// What the key holds.
  package let value: FieldValue
  /// How often it may be written.
  package let occurrence: Occurrence
  /// What the key says, in a sentence.
  package let about: String
  /// The beginning of the names of nodes that the key makes.
  package let fragment: String
  /// The short name of the concept that holds when the key is not written.
  package let fallback: String?
  /// Whether a description states what was written; what is not stated is compared only.
  package let isStated: Bool

  /// Declares a key.
  ///
  /// - Parameters:
  ///   - key: what people write.
  ///   - property: the property's IRI.
  ///   - value: what the key holds.
  ///   - occurrence: how often it may be written.
  ///   - about: what it says, in a sentence.
  ///   - fragment: the beginning of node names; the key itself unless given.
  ///   - fallback: the short name of the concept that holds when the key is not written.
  ///   - isStated: whether a description states what was written.
  package init(
    _ key: String, _ property: String, _ value: FieldValue, _ occurrence: Occurrence,
    _ about: String, fragment: String? = nil, fallback: String? = nil, isStated: Bool = true
  ) {
    self.key = key
    self.property = property
    self.value = value
    self.occurrence = occurrence
    self.about = about
    self.fragment = fragment ?? key
    self.fallback = fallback
    self.isStated = isStated
  }
}

/// The keys of a mapping and the classes of the node that it becomes.
package struct NodeKind: Sendable {
  /// What messages and schemas call it: `dataset`, `distribution`, `organisation`.
  package let name: String
  /// The classes of the node.
  package let types: [String]
  /// The keys.
  package let fields: [ProfileField]
  /// Keys of which at least one must be written; empty for no such rule.
  package let oneOf: [String]
  /// Whether the mapping may name the node's IRI under the key `iri`.
  package let hasIRI: Bool
  /// The property that states the name which a mapping stands under, if one does.
  package let nameProperty: String?

  /// Declares a kind of node.
  ///
  /// - Parameters:
  ///   - name: what messages and schemas call it.
  ///   - types: the classes of the node.
  ///   - fields: the keys.
  ///   - oneOf: keys of which at least one must be written.
  ///   - hasIRI: whether the mapping may name the node's IRI.
  ///   - nameProperty: the property that states the name which a mapping stands under.
  package init(
    _ name: String, types: [String], fields: [ProfileField], oneOf: [String] = [],
    hasIRI: Bool = false, nameProperty: String? = nil
  ) {
    self.name = name
    self.types = types
    self.fields = fields
    self.oneOf = oneOf
    self.hasIRI = hasIRI
    self.nameProperty = nameProperty
  }

  /// What holds for keys that were not written.
  package func fallbacks(without written: Set<String>) -> [(key: String, value: DescribedValue)] {
    fields.compactMap { field in
      guard !written.contains(field.key), let name = field.fallback,
        case .concept(let list) = field.value, let iri = list.iri(name)
      else { return nil }
      return (field.key, .concept(iri, list))
    }
  }

  /// The keys that may be written, in the order declared.
  package var keys: [String] { (hasIRI ? [NodeKind.iriKey] : []) + fields.map(\.key) }

  /// The key under which a mapping names its own IRI.
  package static let iriKey = "iri"
  /// The key under which a document names organisations once.
  package static let agentsKey = "agents"
  /// The key under which a data set lists its variables, in place of the computed list.
  package static let variablesKey = "variables"
  /// The key under which a data set says what its records should be found to hold.
  package static let expectedKey = "expected"
}
