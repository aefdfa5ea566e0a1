// SPDX-License-Identifier: Apache-2.0

/// An object given as context, over the one that it imports.
struct LocalContext {
  let entries: JSONObject
  let place: JSONPlace
  /// What references to contexts are resolved against.
  let base: BaseIRI?
  /// The entries of the context named by `@import`; those given here come first.
  var imported: JSONObject?

  subscript(key: JSONString) -> JSONValue? { entries[key] ?? imported?[key] }

  /// The definitions of terms.
  var terms: [JSONMember] {
    let inherited = imported?.members.filter { entries[$0.key] == nil } ?? []
    return (entries.members + inherited).filter { !Self.settings.contains($0.key) }
  }

  private static let settings: Set<JSONString> = [
    "@base", "@direction", "@import", "@language", "@propagate", "@protected", "@version",
    "@vocab",
  ]
}

/// The definitions of one local context while they are made.
struct TermDefinitions {
  let active: ActiveContext
  let local: LocalContext
  /// Whether definitions are protected that do not say so.
  let protects: Bool
  let scope: ContextScope
  /// Terms that are begun (`false`) or done.
  var defined: [JSONString: Bool] = [:]
}
