// SPDX-License-Identifier: Apache-2.0

/// Data Quality Vocabulary.
package enum DQV {
  /// The namespace.
  package static let namespace = "http://www.w3.org/ns/dqv#"
  /// `dqv:QualityAnnotation`.
  package static let QualityAnnotation = namespace + "QualityAnnotation"
  /// `dqv:QualityCertificate`.
  package static let QualityCertificate = namespace + "QualityCertificate"
  /// `dqv:QualityMeasurement`.
  package static let QualityMeasurement = namespace + "QualityMeasurement"
  /// `dqv:QualityMetadata`.
  package static let QualityMetadata = namespace + "QualityMetadata"
  /// `dqv:Metric`.
  package static let Metric = namespace + "Metric"
  /// `dqv:Dimension`.
  package static let Dimension = namespace + "Dimension"
  /// `dqv:hasQualityAnnotation`.
  package static let hasQualityAnnotation = namespace + "hasQualityAnnotation"
  /// `dqv:hasQualityMeasurement`.
  package static let hasQualityMeasurement = namespace + "hasQualityMeasurement"
  /// `dqv:hasQualityMetadata`.
  package static let hasQualityMetadata = namespace + "hasQualityMetadata"
  /// `dqv:isMeasurementOf`.
  package static let isMeasurementOf = namespace + "isMeasurementOf"
  /// `dqv:computedOn`.
  package static let computedOn = namespace + "computedOn"
  /// `dqv:value`.
  package static let value = namespace + "value"
  /// `dqv:inDimension`.
  package static let inDimension = namespace + "inDimension"
}
