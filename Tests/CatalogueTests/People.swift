// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Diagnostics
import RDFModel

/// A person with what the measures look at.
struct Person: Hashable {
  var name: Int
  var sex = "COM1001366"
  var condition = "CLIN1000084"
  var age = 60
  var year = 2020
  var modality = "IMG1000042"
  var spacing = "0.5"
  var studies = 1
  var isSegmented = false
}

/// People as records, and what is published of them.
struct People {
  var people: [Person]

  init(_ count: Int, _ change: (inout Person) -> Void = { _ in }) {
    people = (0..<count).map {
      var person = Person(name: $0)
      change(&person)
      return person
    }
  }

  /// The same people with others, or with some of them changed.
  func with(_ count: Int, _ change: (inout Person) -> Void = { _ in }) -> People {
    var result = self
    let first = (people.map(\.name).max() ?? -1) + 1
    for name in first..<first + count {
      var person = Person(name: name)
      change(&person)
      result.people.append(person)
    }
    return result
  }

  /// The same people without the last ones.
  func without(_ count: Int) -> People {
    var result = self
    result.people.removeLast(count)
    return result
  }

  var records: Records {
    var records = Records()
    for person in people {
      let name = "p\(person.name)"
      records.type(name, "Patient")
      records.code(name, "patientBirthSex", person.sex)
      records.link("c" + name, "patient", name)
      records.code("c" + name, "cancerConditionCode", person.condition)
      records.text(
        "c" + name, "cancerConditionAgeAtDiagnosis", "\(person.age)", datatype: XSD.decimal)
      for study in 0..<person.studies {
        let series = "s\(person.name)-\(study)"
        records.series(series, of: name)
        records.code(series, "seriesModality", person.modality)
        records.text(series, "seriesAcquisitionDate", "\(person.year)-01-01", datatype: XSD.date)
        records.link("a" + series, "series", series)
        records.add(
          "a" + series, Namespace.cdm.acquisitionParameterCode,
          .iri("http://dicom.nema.org/resources/ontology/DCM/111026"))
        records.text(
          "a" + series, "acquisitionParameterValueAsNumber", person.spacing, datatype: XSD.decimal)
        if person.isSegmented {
          records.link("g" + series, "study", "study-" + series)
          records.code("g" + series, "seriesModality", "IMG1000075")
        }
      }
    }
    return records
  }

  /// What a publication says, given the one before.
  func published(after previous: DatasetSummary? = nil) throws -> DatasetSummary {
    try records.summarise(previous: previous).0
  }
}

extension DatasetSummary {
  /// The figures, one line for each property that has one: `name: figure`.
  var lines: [String] {
    properties.compactMap { property in
      let name = IRIName.last(property.property)
      return switch property.value {
      case .none, .count(.withheld), .flag, .variables: nil
      case .count(.rounded(let count)): "\(name): \(count)"
      case .concepts(let values):
        "\(name): \(values.map(IRIName.last).joined(separator: " "))"
      case .texts(let values): "\(name): \(values.joined(separator: ", "))"
      case .years(let years): "\(name): \(years)"
      case .yearInterval(let first, let last): "\(name): \(first)-\(last)"
      case .length(let nanometres): "\(name): \(nanometres)"
      }
    }
  }

  /// The figure of one property.
  func line(_ name: String) -> String { lines.first { $0.hasPrefix(name + ":") } ?? "" }

  /// The published counts.
  var counts: [Int] {
    properties.compactMap { if case .count(let count) = $0.value { count.value } else { nil } }
  }
}
