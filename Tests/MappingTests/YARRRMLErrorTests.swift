// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping
import Testing

struct YARRRMLErrorTests {
  @Test(arguments: [
    (
      "po: [[exx:p, x]]",
      "6:11 yarrrml.unknown-prefix: The prefix “exx” is not declared. Did you mean “ex”?"
    ),
    (
      "po: [[ex:p, skso:Concept~iri]]",
      "6:17 yarrrml.unknown-prefix: The prefix “skso” is not declared. Did you mean “skos”?"
    ),
    (
      "po: [[ex:p, x, xds:date]]",
      "6:20 yarrrml.unknown-prefix: The prefix “xds” is not declared. Did you mean “xsd”?"
    ),
    (
      "po: [{p: ex:p, o: {f: ex:f, pms: [[exx:a, x]]}}]",
      "6:40 yarrrml.unknown-prefix: The prefix “exx” is not declared. Did you mean “ex”?"
    ),
    (
      "po: [{p: ex:p, o: x, datatyp: ex:d}]",
      "6:26 yaml.unknown-key: The key “datatyp” is not known in a predicate-object. Did you mean “datatype”?"
    ),
    (
      "predicateobjekts: []",
      "6:5 yaml.unknown-key: The key “predicateobjekts” is not known in a mapping. Did you mean “predicateobjects”?"
    ),
    (
      "po: [{p: ex:p, i: ex:q, o: x}]",
      "6:32 yarrrml.inverse-literal: An inverse predicate makes the object a subject, and a literal cannot be one."
    ),
    (
      "po: [{p: ex:p, o: {mapping: persn}}]",
      "6:33 yarrrml.unknown-mapping: There is no mapping “persn” in this document. Did you mean “person”?"
    ),
    (
      "po: [[ex:p, a$(x]]",
      "6:18 yarrrml.unterminated-reference: The reference that opens with “$(” here is never closed with “)”."
    ),
    (
      "po: [[ex:p, ab$()]]", "6:19 yarrrml.empty-reference: “$()” names no column or path."
    ),
    (
      "po: [[ex:p, 'ex:{id}~iri']]",
      "6:17 yarrrml.iri-character: An IRI cannot have the character “{”."
    ),
    (
      "po: [['ex:a b', x]]",
      "6:11 yarrrml.iri-character: An IRI cannot have a blank or control character."
    ),
    (
      "po: [[name, x]]",
      "6:11 yarrrml.relative-iri: “name” has no prefix, so it becomes an IRI relative to the base."
    ),
    (
      "po: [[a, Person]]",
      "6:14 yarrrml.relative-iri: “Person” has no prefix, so it becomes an IRI relative to the base."
    ),
    (
      "po: [[ex:p, ex:$(x)]]",
      "6:17 yarrrml.literal-looks-like-iri: The object “ex:$(x)” becomes a literal, though it is written like an IRI."
    ),
    (
      "po: [[ex:p, https://a.b/c]]",
      "6:17 yarrrml.literal-looks-like-iri: The object “https://a.b/c” becomes a literal, though it is written like an IRI."
    ),
    (
      "po: [[ex:p]]",
      "6:10 yarrrml.predicate-object-shape: A short predicate-object is [predicate, object] or [predicate, object, datatype or language]; here are 1 member."
    ),
    (
      "po: [ex:p, x]",
      "6:10 yaml.wrong-kind: Found “ex:p” for a member of “predicateobjects”; allowed is [predicate, object], or a mapping with the keys p and o."
    ),
    (
      "po: x",
      "6:9 yaml.wrong-kind: Found “x” for “predicateobjects”; allowed is a list of [predicate, object]."
    ),
    (
      "po: [[ex:p, [[x, xsd:date, en~lang]]]]",
      "6:18 yarrrml.object-shape: A short object is [value] or [value, datatype or language]; here are 3 members."
    ),
    (
      "po: [{o: x}]",
      "6:10 yaml.missing-key: The key “predicates” is missing in a predicate-object; it is required and takes a value."
    ),
    (
      "po: [{p: ex:p}]",
      "6:10 yaml.missing-key: The key “objects” is missing in a predicate-object; it is required and takes a value."
    ),
    (
      "po: [{p: ex:p, o: }]",
      "6:20 yaml.missing-value: The key “objects” has no value; it takes a value."
    ),
    (
      "po: [[ex:p, ~]]", "6:17 yarrrml.empty-term: The object is empty here."
    ),
    (
      "po: [['', x]]", "6:11 yarrrml.empty-term: The predicate is empty here."
    ),
    (
      "po: [{p: ex:p, o: {type: iri}}]",
      "6:23 yarrrml.one-of: Exactly one of value, function, mapping is expected in an object; found: none of them."
    ),
    (
      "po: [{p: ex:p, o: {v: x, f: ex:f}}]",
      "6:23 yarrrml.one-of: Exactly one of value, function, mapping is expected in an object; found: value and function."
    ),
    (
      "po: [{p: ex:p, o: {f: ex:f(), pms: []}}]",
      "6:35 yarrrml.one-of: Exactly one of parameters in parentheses, the key parameters is expected in a function in one line; found: both."
    ),
    (
      "po: [{p: ex:p, o: {v: x, datatype: xsd:date, language: en}}]",
      "6:27 yarrrml.datatype-and-language: An object has a datatype or a language, not both."
    ),
    (
      "po: [[ex:p, $(x)~iri, xsd:date]]",
      "6:17 yarrrml.not-a-literal: A datatype or language belongs to a literal; this object is an IRI."
    ),
    (
      "po: [{p: ex:p, o: {mapping: person, type: iri}}]",
      "6:41 yarrrml.not-a-literal: A datatype or language belongs to a literal; this object is the subject of a mapping."
    ),
    (
      "po: [[ex:p, x, e_n~lang]]",
      "6:20 yarrrml.language-tag: “e_n” is not a language tag such as en or pt-BR."
    ),
    (
      "po: [{p: ex:p, o: {v: x, type: uri}}]",
      "6:36 yaml.unknown-value: “uri” is not a value of “type”. Did you mean “iri”?"
    ),
    (
      "po: [{p: ex:p, o: {f: lower}}]",
      "6:27 yarrrml.function-name: “lower” is not the name of a function; a function is named with a prefix, as grel:toUpperCase."
    ),
    (
      "po: [{p: ex:p, o: {f: ex:$(x)}}]",
      "6:27 yarrrml.function-name: “ex:$(x)” is not the name of a function; a function is named with a prefix, as grel:toUpperCase."
    ),
    (
      "po: [{p: ex:p, o: {f: ex:f, pms: [[a]]}}]",
      "6:39 yarrrml.parameter-shape: A parameter is [name, value] or [name, value, s or o]; here are 1 member."
    ),
    (
      "po: [{p: ex:p, o: {f: ex:f, pms: 5}}]",
      "6:38 yaml.wrong-kind: Found “5” for “parameters”; allowed is a list of [name, value]."
    ),
    (
      "po: [{p: ex:p, o: {f: ex:f, pms: [[a, x, z]]}}]",
      "6:46 yaml.unknown-value: “z” is not a value of “from”. Did you mean “s”?"
    ),
    (
      "po: [{p: ex:p, o: {f: ex:f, pms: [[a, x, o]]}}]",
      "6:40 yarrrml.no-other-record: “o” takes a value from another mapping's record, which only a condition beside “mapping” has."
    ),
    (
      "po: [{p: ex:p, o: {mapping: person, condition: {f: ex:f}}}]",
      "6:56 yarrrml.join-condition: Mappings are linked where values are equal; “ex:f” is not “equal” or a “grel:boolean_and” of such."
    ),
    (
      "po: [{p: ex:p, o: {mapping: person, condition: {f: equal, pms: [[str1, $(a), s], [str2, $(b), s]]}}}]",
      "6:56 yarrrml.join-sides: A join compares one value of this record (s) with one of the other mapping (o)."
    ),
    (
      "po: [{p: ex:p, o: {mapping: person, condition: {f: equal, pms: [[str1, $(a)]]}}}]",
      "6:56 yarrrml.join-sides: A join compares one value of this record (s) with one of the other mapping (o)."
    ),
    (
      "condition: ex:f",
      "6:20 yarrrml.function-syntax: The function call is not complete here: “(” is expected after the name of the function."
    ),
    (
      "changeDetection: {}",
      "6:5 yarrrml.not-supported-yet: “changeDetection” in a mapping is not supported in this version."
    ),
  ]) func `a fault in a statement is reported where it stands`(text: String, expected: String) {
    // A mapping without statements is warned of elsewhere.
    let found = yarrrmlFindings(yarrrmlHead + "    " + text)
      .filter { !$0.contains("yarrrml.no-statements") }
    #expect(found == [expected])
  }

  @Test(arguments: [
    ("[[p.csv]]", "3:16 yarrrml.missing-formulation: “p.csv” does not say how the file is read;"),
    ("p.csvs", "3:14 yarrrml.unknown-source: There is no source “p.csvs” in this document."),
    ("[peopel]", "3:15 yarrrml.unknown-source: There is no source “peopel” in this document. Did"),
    ("[[p.csv~cvs]]", "3:22 yarrrml.unknown-formulation: “cvs” is not a reference formulation."),
    (
      "[[p.j~jsonpath]]",
      "3:15 yarrrml.missing-iterator: A source read by jsonpath needs an iterator,"
    ),
    (
      "[[p.x~xpath, ~]]", "3:15 yarrrml.missing-iterator: A source read by xpath needs an iterator,"
    ),
    ("[[p.csv~csv, $]]", "3:27 yarrrml.iterator-ignored: The iterator “$” has no effect;"),
    ("[[a~csv, b, c]]", "3:15 yarrrml.source-shape: A short source has one or two texts,"),
    ("['https://a.b/c~csv']", "3:15 source.unsupported: A source of the kind “remotefile”"),
    ("['~csv']", "3:15 yarrrml.empty-term: The path is empty here."),
    ("{referenceFormulation: csv}", "3:14 yaml.missing-key: The key “access” is missing in a"),
    ("{access: a.csv}", "3:14 yaml.missing-key: The key “referenceFormulation” is missing in"),
    (
      "{access: a, referenceFormulation: csv, type: mysql}",
      "3:59 source.unsupported: A source of the kind “mysql” is not supported;"
    ),
    (
      "{access: a, referenceFormulation: csv, query: x}",
      "3:53 source.unsupported: A source of the kind “database” is not supported;"
    ),
    (
      "{access: a, referenceFormulation: csv, delimiter: \"||\"}",
      "3:64 yarrrml.delimiter: “||” cannot separate fields;"
    ),
    (
      "{access: a, referenceFormulation: jsonpath, iterator: $, delimiter: \",\"}",
      "3:82 yarrrml.delimiter: “,” cannot separate fields;"
    ),
  ]) func `a fault in a source is reported where it stands`(source: String, expected: String) {
    let found = yarrrmlFindings(
      """
      mappings:
        m:
          sources: \(source)
          s: http://ex.org/$(id)
          po: [[rdfs:label, x]]
        other:
          sources: people
          s: http://ex.org/$(id)
          po: [[rdfs:label, x]]
      sources:
        people: [p.csv~csv]
      """)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(expected) == true, "\(found)")
  }

  @Test(arguments: [
    (
      "authentications: {}",
      "“authentications” in a YARRRML document is not supported in this version."
    )
  ]) func `features of the specification that are absent are named`(text: String, message: String) {
    let found = yarrrmlFindings(text + "\n" + yarrrmlHead + "    po: [[ex:p, x]]")
    #expect(found == ["1:1 yarrrml.not-supported-yet: \(message)"])
  }

  @Test func `the root, its keys, prefixes and base are checked`() {
    #expect(
      yarrrmlFindings("prefixes: {}") == [
        "1:1 yaml.missing-key: The key “mappings” is missing in a YARRRML document; it is required and takes a value."
      ])
    #expect(
      yarrrmlFindings("- a") == [
        "1:1 yaml.wrong-kind: Found a list for a YARRRML document; allowed is a mapping of keys and values."
      ])
    #expect(
      yarrrmlFindings("mappings: [a]") == [
        "1:11 yaml.wrong-kind: Found a list for “mappings”; allowed is a mapping of names and mappings."
      ])
    #expect(
      yarrrmlFindings(
        "base: here\nprefixes: {a: b/, c: [d]}\nmapings: {}\nsources: 5\nmappings: {m: 5}") == [
          "1:7 yarrrml.not-absolute: “here” is not an absolute IRI, which the base has to be.",
          "2:15 yarrrml.not-absolute: “b/” is not an absolute IRI, which the namespace of a prefix has to be.",
          "2:22 yaml.wrong-kind: Found a list for “c”; allowed is text.",
          "3:1 yaml.unknown-key: The key “mapings” is not known in a YARRRML document. Did you mean “mappings”?",
          "4:10 yaml.wrong-kind: Found “5” for “sources”; allowed is a mapping of names and values.",
          "5:15 yaml.wrong-kind: Found “5” for a mapping; allowed is a mapping of keys and values.",
        ])
  }

  @Test func `a mapping needs a source, and is told of a subject that it lacks`() {
    #expect(
      yarrrmlFindings("mappings:\n  m:\n    po: [[rdfs:label, x]]") == [
        "3:5 yaml.missing-key: The key “sources” is missing in a mapping; it is required and takes a value.",
        "3:5 yarrrml.blank-subject: The mapping has no subject, so every record has a blank node of its own.",
      ])
    #expect(
      yarrrmlFindings(
        "mappings:\n  m:\n    sources: [a.csv~csv]\n    s: ~\n    po: [[rdfs:label, x]]") == [])
  }

  @Test func `a name twice in one mapping is refused by the reader of YAML`() {
    #expect(
      yarrrmlFindings("mappings:\n  m: {}\n  m: {}") == [
        "3:3 yaml.duplicate-key: The key “m” stands in this mapping already; every key may stand once."
      ])
  }

  @Test func `notes and warnings come beside the mapping`() {
    #expect(
      yarrrmlFindings(
        """
        authors: Jane <jane@example.org>
        sources: {used: [a.csv~csv], spare: [b.csv~csv], twin: [a.csv~csv]}
        mappings:
          m: {sources: used, s: "urn:x:$(id)"}
        """) == [
          "1:10 yarrrml.authors-ignored: The authors of a mapping do not enter the output.",
          "2:30 yarrrml.unused-source: No mapping reads the source “spare”.",
          "4:3 yarrrml.no-statements: The mapping “m” has no predicate-objects, so it makes no statements.",
        ])
  }

  @Test func `all faults of a document come together in the order of its lines`() {
    let found = yarrrmlFindings(
      yarrrmlHead + "    po:\n      - [exx:p, $(x]\n      - [ex:p]\n    grafs: x")
    #expect(
      found.map { $0.split(separator: ":")[..<2].joined(separator: ":") + ":" } == [
        "7:10 yarrrml.unknown-prefix:", "7:17 yarrrml.unterminated-reference:",
        "8:9 yarrrml.predicate-object-shape:", "9:5 yaml.unknown-key:",
      ])
  }

  @Test(arguments: [
    "http://a.b/$(x)", "urn:uuid:$(x)", "mailto:$(x)", "$(x)", "a/b:$(x)", "$(x)\\:\\:number",
    "new+scheme://$(x)", "ex://$(x)",
  ]) func `schemes and text without a prefix are no prefixes`(subject: String) {
    #expect(
      yarrrmlFindings(
        "mappings: {m: {sources: [a.csv~csv], s: '\(subject)', po: [[rdfs:label, x]]}}") == [])
  }

  @Test func `every rule has an id of its own`() {
    let ids = YARRRMLRules.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("yarrrml.") })
  }
}
