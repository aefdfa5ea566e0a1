// SPDX-License-Identifier: Apache-2.0

/// Web Annotation Vocabulary.
package enum OA {
  /// The namespace.
  package static let namespace = "http://www.w3.org/ns/oa#"
  /// `oa:Annotation`.
  package static let Annotation = namespace + "Annotation"
  /// `oa:hasBody`.
  package static let hasBody = namespace + "hasBody"
  /// `oa:hasTarget`.
  package static let hasTarget = namespace + "hasTarget"
  /// `oa:motivatedBy`.
  package static let motivatedBy = namespace + "motivatedBy"
}
