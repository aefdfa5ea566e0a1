// SPDX-License-Identifier: Apache-2.0

/// Data Catalog Vocabulary, version 3.
package enum DCAT {
  /// The namespace.
  package static let namespace = "http://www.w3.org/ns/dcat#"
  /// `dcat:Resource`.
  package static let Resource = namespace + "Resource"
  /// `dcat:Catalog`.
  package static let Catalog = namespace + "Catalog"
  /// `dcat:CatalogRecord`.
  package static let CatalogRecord = namespace + "CatalogRecord"
  /// `dcat:Dataset`.
  package static let Dataset = namespace + "Dataset"
  /// `dcat:DatasetSeries`.
  package static let DatasetSeries = namespace + "DatasetSeries"
  /// `dcat:Distribution`.
  package static let Distribution = namespace + "Distribution"
  /// `dcat:DataService`.
  package static let DataService = namespace + "DataService"
  /// `dcat:Relationship`.
  package static let Relationship = namespace + "Relationship"
  /// `dcat:Role`.
  package static let Role = namespace + "Role"
  /// `dcat:dataset`.
  package static let dataset = namespace + "dataset"
  /// `dcat:service`.
  package static let service = namespace + "service"
  /// `dcat:catalog`.
  package static let catalog = namespace + "catalog"
  /// `dcat:record`.
  package static let record = namespace + "record"
  /// `dcat:resource`.
  package static let resource = namespace + "resource"
  /// `dcat:distribution`.
  package static let distribution = namespace + "distribution"
  /// `dcat:theme`.
  package static let theme = namespace + "theme"
  /// `dcat:themeTaxonomy`.
  package static let themeTaxonomy = namespace + "themeTaxonomy"
  /// `dcat:keyword`.
  package static let keyword = namespace + "keyword"
  /// `dcat:contactPoint`.
  package static let contactPoint = namespace + "contactPoint"
  /// `dcat:landingPage`.
  package static let landingPage = namespace + "landingPage"
  /// `dcat:version`.
  package static let version = namespace + "version"
  /// `dcat:hasVersion`.
  package static let hasVersion = namespace + "hasVersion"
  /// `dcat:hasCurrentVersion`.
  package static let hasCurrentVersion = namespace + "hasCurrentVersion"
  /// `dcat:previousVersion`.
  package static let previousVersion = namespace + "previousVersion"
  /// `dcat:inSeries`.
  package static let inSeries = namespace + "inSeries"
  /// `dcat:first`.
  package static let first = namespace + "first"
  /// `dcat:last`.
  package static let last = namespace + "last"
  /// `dcat:prev`.
  package static let prev = namespace + "prev"
  /// `dcat:qualifiedRelation`.
  package static let qualifiedRelation = namespace + "qualifiedRelation"
  /// `dcat:hadRole`.
  package static let hadRole = namespace + "hadRole"
  /// `dcat:accessURL`.
  package static let accessURL = namespace + "accessURL"
  /// `dcat:accessService`.
  package static let accessService = namespace + "accessService"
  /// `dcat:downloadURL`.
  package static let downloadURL = namespace + "downloadURL"
  /// `dcat:byteSize`.
  package static let byteSize = namespace + "byteSize"
  /// `dcat:mediaType`.
  package static let mediaType = namespace + "mediaType"
  /// `dcat:compressFormat`.
  package static let compressFormat = namespace + "compressFormat"
  /// `dcat:packageFormat`.
  package static let packageFormat = namespace + "packageFormat"
  /// `dcat:endpointURL`.
  package static let endpointURL = namespace + "endpointURL"
  /// `dcat:endpointDescription`.
  package static let endpointDescription = namespace + "endpointDescription"
  /// `dcat:servesDataset`.
  package static let servesDataset = namespace + "servesDataset"
  /// `dcat:startDate`.
  package static let startDate = namespace + "startDate"
  /// `dcat:endDate`.
  package static let endDate = namespace + "endDate"
  /// `dcat:temporalResolution`.
  package static let temporalResolution = namespace + "temporalResolution"
  /// `dcat:spatialResolutionInMeters`.
  package static let spatialResolutionInMeters = namespace + "spatialResolutionInMeters"
  /// `dcat:bbox`.
  package static let bbox = namespace + "bbox"
  /// `dcat:centroid`.
  package static let centroid = namespace + "centroid"
}
