// SPDX-License-Identifier: Apache-2.0

/// Core Vocabularies of the European Union.
package enum CV {
  /// The namespace.
  package static let namespace = "http://data.europa.eu/m8g/"
  /// `cv:ContactPoint`.
  package static let ContactPoint = namespace + "ContactPoint"
  /// `cv:contactPoint`.
  package static let contactPoint = namespace + "contactPoint"
  /// `cv:contactPage`.
  package static let contactPage = namespace + "contactPage"
  /// `cv:email`.
  package static let email = namespace + "email"
  /// `cv:telephone`.
  package static let telephone = namespace + "telephone"
  /// `cv:openingHours`.
  package static let openingHours = namespace + "openingHours"
  /// `cv:specialOpeningHoursSpecification`.
  package static let specialOpeningHoursSpecification =
    namespace + "specialOpeningHoursSpecification"
  /// `cv:frequency`.
  package static let frequency = namespace + "frequency"
}
