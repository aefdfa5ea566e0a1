// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What a run found in one dataset.
package struct DatasetReport: Sendable {
  /// The id in the pipeline.
  package var id: String
  /// The title for people.
  package var title: String
  /// The dataset's IRI.
  package var iri: String
  /// The verdict.
  package var verdict: Verdict
  /// The verdict's reason in one plain sentence.
  package var why: String
  /// Files, records and statements.
  package var records = RecordCounts()
  /// What was found in the records.
  package var recordFindings = FindingSummary()
  /// The profile that the description was checked against; `nil` when it was not.
  package var profile: String?
  /// What was found in the description.
  package var descriptionFindings = FindingSummary()
  /// The description's file, relative to the folder of the report.
  package var descriptionPath: String?
  /// The interoperability tier; `nil` when nothing could be read.
  package var tier: TierVerdict?
  /// How far the fields of the model are filled, in the order of the model.
  package var coverage: [FieldCoverage] = []
  /// Values for which no term was found, most frequent first.
  package var unmapped: [UnmappedValue] = []
  /// The counts that the description publishes.
  package var published: [PublishedCount] = []
  /// What the description computes from the records, in the order of the measures.
  package var computed: [ComputedProperty] = []
  /// Columns that no mapping rule reads.
  package var unusedColumns: [UnusedColumns] = []
  /// What was learned about the files on opening them.
  package var files: [FileFacts] = []

  /// Starts a report.
  ///
  /// - Parameters:
  ///   - id: the id in the pipeline.
  ///   - title: the title for people.
  ///   - iri: the dataset's IRI.
  ///   - verdict: see ``Verdict/init(_:failOn:)``.
  ///   - why: see ``Verdict/reason(_:failOn:)``.
  package init(id: String, title: String, iri: String, verdict: Verdict, why: String) {
    self.id = id
    self.title = title
    self.iri = iri
    self.verdict = verdict
    self.why = why
  }

  /// The findings of records and description together.
  package var counts: SeverityCounts { recordFindings.counts + descriptionFindings.counts }
}

/// What became of a dataset's records; every record read is mapped, skipped or rejected.
package struct RecordCounts: Sendable, Hashable {
  /// The files read.
  package var files = 0
  /// The records read.
  package var read = 0
  /// The records mapped.
  package var mapped = 0
  /// The records that a mapping rule leaves out on purpose, by rule.
  package var skipped: [SkippedRecords] = []
  /// The records with at least one finding, mapped or not.
  package var withFindings = 0
  /// The statements written.
  package var statements = 0

  /// Starts at zero.
  package init() {}

  /// The records skipped by any rule.
  package var skippedTotal: Int { skipped.reduce(0) { $0 + $1.count } }

  /// The records that are neither mapped nor skipped, each with a finding that says why.
  package var rejected: Int { max(0, read - mapped - skippedTotal) }
}

/// Records that a rule of the mapping leaves out on purpose.
package struct SkippedRecords: Sendable, Hashable {
  /// The rule's name or condition.
  package var rule: String
  /// How many records it leaves out.
  package var count: Int

  /// States a count.
  package init(rule: String, count: Int) {
    self.rule = rule
    self.count = count
  }
}

/// A part of a whole.
package struct Share: Sendable, Hashable {
  /// How many have it.
  package var part: Int
  /// How many there are.
  package var whole: Int

  /// States a share.
  package init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// How many do not have it.
  package var missing: Int { max(0, whole - part) }
  /// Whether all have it.
  var isFull: Bool { missing == 0 }
  /// Whole per cent; 100 means all and 0 means none, never nearly.
  var percent: Int { Figure.percent(part, of: whole) }
}

/// How far a field of the model is filled.
package struct FieldCoverage: Sendable, Hashable {
  /// The property's label.
  package var label: String
  /// The property's IRI.
  package var iri: String
  /// The label of the class that has the field.
  package var classLabel: String
  /// The records of the class that have a value.
  package var records: Share
  /// Whether every record must have a value.
  package var isMandatory: Bool

  /// States how far a field is filled.
  package init(
    _ label: String, iri: String, classLabel: String, records: Share, isMandatory: Bool
  ) {
    self.label = label
    self.iri = iri
    self.classLabel = classLabel
    self.records = records
    self.isMandatory = isMandatory
  }
}

/// A value of a provider for which a list of terms has no entry.
package struct UnmappedValue: Sendable, Hashable {
  /// The name of the list: a field or term file.
  package var list: String
  /// The value as it stands in the source; hidden in reports unless asked for.
  package var value: String
  /// How often it occurs.
  package var count: Int
  /// Where it occurs first.
  package var firstPlace: SourcePlace?
  /// Terms that may be meant, best first.
  package var suggestions: [TermSuggestion]

  /// States a value.
  package init(
    list: String, value: String, count: Int, firstPlace: SourcePlace?,
    suggestions: [TermSuggestion] = []
  ) {
    self.list = list
    self.value = value
    self.count = count
    self.firstPlace = firstPlace
    self.suggestions = suggestions
  }
}

/// A term that a provider's value may mean.
package struct TermSuggestion: Sendable, Hashable {
  /// The term's label.
  package var label: String
  /// The term's IRI.
  package var iri: String

  /// Names a term.
  package init(label: String, iri: String) {
    self.label = label
    self.iri = iri
  }
}

/// A count as it is published: numbers from 1 to 4 are withheld, so that nobody can be singled out.
package struct PublishedCount: Sendable, Hashable {
  /// What is counted: `individuals`, `studies`.
  package var label: String
  /// The number as the description states it, `nil` when it is withheld; never 1, 2, 3 or 4.
  package let number: Int?

  /// Withholds the number if it is small.
  ///
  /// - Parameters:
  ///   - label: what is counted.
  ///   - number: the published number, `nil` if there is none; not kept if it is from 1 to 4.
  package init(_ label: String, _ number: Int?) {
    self.label = label
    self.number = number.flatMap { (1...4).contains($0) ? nil : $0 }
  }

  /// The number, or that it is withheld.
  var text: String { number.map(Figure.grouped) ?? "withheld (fewer than 5)" }
}

/// Columns of a source that no mapping rule reads.
package struct UnusedColumns: Sendable, Hashable {
  /// The file or the source's name.
  package var source: String
  /// The columns, in the order of the file.
  package var columns: [String]

  /// Names columns.
  package init(source: String, columns: [String]) {
    self.source = source
    self.columns = columns
  }
}

/// What a reader learned about a file on opening it.
package struct FileFacts: Sendable, Hashable {
  /// The file as given.
  package var file: String
  /// `CSV`, `TSV`, `JSON` or `XML`.
  package var format: String
  /// The encoding's name, if the format does not fix it.
  package var encoding: String?
  /// What was sniffed, in words: `semicolon between cells`.
  package var sniffed: [String]

  /// States what is known.
  package init(file: String, format: String, encoding: String? = nil, sniffed: [String] = []) {
    self.file = file
    self.format = format
    self.encoding = encoding
    self.sniffed = sniffed
  }
}
