// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
internal import Terminology

extension DeadTarget {
  /// The stale codes of the flavours, as term mappings are held against them.
  static func all(_ set: FlavourSet) -> [DeadTarget] {
    set.staleCodes.map { code in
      DeadTarget(
        code.code, code.replacement, code.reason,
        lists: Set(code.properties.map(list)), word: code.labelled, isBase: code.isBase)
    }
  }

  // A list that fills `eucaim:hasImageModality` is called modality, imageModality or the like.
  private static func list(_ property: String) -> String {
    let name = IRIShortening.local(property).lowercased()
    for word in ["modality", "sex", "status", "bodypart", "condition"] where name.contains(word) {
      return word
    }
    return name
  }
}
