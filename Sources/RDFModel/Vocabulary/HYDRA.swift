// SPDX-License-Identifier: Apache-2.0

/// Hydra: paged collections.
package enum HYDRA {
  /// The namespace.
  package static let namespace = "http://www.w3.org/ns/hydra/core#"
  /// `hydra:Collection`.
  package static let Collection = namespace + "Collection"
  /// `hydra:PartialCollectionView`.
  package static let PartialCollectionView = namespace + "PartialCollectionView"
  /// `hydra:PagedCollection`.
  package static let PagedCollection = namespace + "PagedCollection"
  /// `hydra:member`.
  package static let member = namespace + "member"
  /// `hydra:view`.
  package static let view = namespace + "view"
  /// `hydra:totalItems`.
  package static let totalItems = namespace + "totalItems"
  /// `hydra:first`.
  package static let first = namespace + "first"
  /// `hydra:next`.
  package static let next = namespace + "next"
  /// `hydra:previous`.
  package static let previous = namespace + "previous"
  /// `hydra:last`.
  package static let last = namespace + "last"
  /// `hydra:itemsPerPage`.
  package static let itemsPerPage = namespace + "itemsPerPage"
  /// `hydra:nextPage`.
  package static let nextPage = namespace + "nextPage"
  /// `hydra:lastPage`.
  package static let lastPage = namespace + "lastPage"
  /// `hydra:firstPage`.
  package static let firstPage = namespace + "firstPage"
  /// `hydra:previousPage`.
  package static let previousPage = namespace + "previousPage"
}
