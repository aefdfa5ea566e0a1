// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping
import Testing

/// Mappings that hold themselves, lie too deep or grow with every level: each ends in a finding.
struct RMLBoundsTests {
  /// What is found when a mapping is read and compiled, as `line id`.
  private func found(_ text: String) -> [String] {
    func shown(_ findings: [Finding]) -> [String] {
      findings.map { finding in
        let line = finding.place?.description.split(separator: ":").dropFirst().first ?? "-"
        return "\(line) \(finding.rule.id)"
      }
    }
    do throws(DiagnosedError) {
      _ = try PlanCompiler.compile(try readRML(text), services: FunctionServices())
      return []
    } catch {
      expectFilled(error.findings)
      return shown(error.findings)
    }
  }

  private func object(_ map: String) -> String {
    rmlMap("  rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap \(map) ] .")
  }

  // MARK: Circles

  @Test func `a function that is its own input is found where it is used again`() {
    #expect(
      found(
        object("[ rml:functionExecution ex:f ]") + """
          ex:f rml:function ex:do ; rml:input [ rml:parameter ex:a ; rml:inputValueMap [
            rml:functionExecution ex:g ] ] .
          ex:g rml:function ex:do ; rml:input [ rml:parameter ex:a ; rml:inputValueMap [
            rml:functionExecution ex:f ] ] .
          """) == ["11 rml.cycle"])
  }

  @Test func `a function of the older vocabulary that is its own input is found`() {
    #expect(
      found(
        "@prefix fnml: <http://semweb.mmlab.be/ns/fnml#> .\n"
          + object("[ fnml:functionValue ex:f ]") + """
            ex:f rml:predicateObjectMap
              [ rml:predicate <https://w3id.org/function/ontology#executes> ; rml:object ex:do ] ,
              [ rml:predicate ex:a ; rml:objectMap [ fnml:functionValue ex:f ] ] .
            """) == ["11 rml.cycle"])
  }

  @Test func `a gather map that is its own member is found`() {
    #expect(
      found(object("ex:g") + "ex:g rml:gatherAs rdf:List ;\n  rml:gather ( ex:g ) .")
        == ["9 rml.cycle"])
  }

  @Test func `a gather map that is a member of its member is found`() {
    #expect(
      found(
        object("ex:g") + """
          ex:g rml:gather ( ex:h ) ; rml:gatherAs rdf:List .
          ex:h rml:gatherAs rdf:Bag ;
            rml:gather ( [ rml:reference "a" ] ex:g ) .
          """) == ["10 rml.cycle"])
  }

  @Test func `a list that goes round in a circle or breaks off is found where it is gathered`() {
    for rest in ["ex:one", "ex:nowhere"] {
      #expect(
        found(
          object("[ rml:gather ex:one ;\n  rml:gatherAs rdf:List ]")
            + "ex:one rdf:first [ rml:reference \"a\" ] ; rdf:rest ex:two .\n"
            + "ex:two rdf:first [ rml:reference \"b\" ] ; rdf:rest \(rest) .") == ["7 rml.list"])
    }
  }

  @Test func `a field inside of itself is found`() {
    #expect(
      found(
        view(
          """
          ex:f rml:fieldName "a" ; rml:reference "a" ;
            rml:field ex:f .
          """)) == ["9 rml.cycle"])
  }

  @Test func `a subject that gathers its own subjects is found where it says so`() {
    #expect(
      found(
        """
        ex:m a rml:TriplesMap ; rml:logicalSource ex:source ;
          rml:subjectMap [ rml:gatherAs rdf:List ; rml:template "http://ex.org/{id}" ;
            rml:gather ( [ rml:parentTriplesMap ex:m ] ) ] .
        """) == ["7 mapping.subject-cycle"])
  }

  @Test
  func `a subject that gathers its own subjects by way of another map is found, with a join too`() {
    #expect(
      found(
        """
        ex:m a rml:TriplesMap ; rml:logicalSource ex:source ;
          rml:subjectMap [ rml:gatherAs rdf:List ; rml:template "http://ex.org/{id}" ;
            rml:gather ( [ rml:parentTriplesMap ex:n ;
              rml:joinCondition [ rml:child "a" ; rml:parent "b" ] ] ) ] .
        ex:n a rml:TriplesMap ; rml:logicalSource ex:source ;
          rml:subjectMap [ rml:gatherAs rdf:List ; rml:template "http://ex.org/{id}" ;
            rml:gather ( [ rml:parentTriplesMap ex:m ] ) ] .
        """) == ["7 mapping.subject-cycle", "11 mapping.subject-cycle"])
  }

  @Test func `two maps whose objects are each other's subjects are no circle`() {
    #expect(
      found(
        """
        ex:m a rml:TriplesMap ; rml:logicalSource ex:source ;
          rml:subjectMap [ rml:template "http://ex.org/{id}" ] ;
          rml:predicateObjectMap [ rml:predicate ex:p ;
            rml:objectMap [ rml:parentTriplesMap ex:n ] ] .
        ex:n a rml:TriplesMap ; rml:logicalSource ex:source ;
          rml:subjectMap [ rml:template "http://ex.org/n/{id}" ] ;
          rml:predicateObjectMap [ rml:predicate ex:p ;
            rml:objectMap [ rml:parentTriplesMap ex:m ] ] .
        """
      ).isEmpty)
  }

  // MARK: Depth

  private func functions(_ depth: Int) -> String {
    let calls = (1...depth).map { level in
      let value =
        level == depth
        ? "rml:reference \"a\"" : "rml:functionExecution ex:f\(level + 1)"
      return "ex:f\(level) rml:function <http://users.ugent.be/~bjdmeest/function/grel.ttl#"
        + "toUpperCase> ; rml:input [ rml:parameter "
        + "<http://users.ugent.be/~bjdmeest/function/grel.ttl#valueParameter> ; "
        + "rml:inputValueMap [ \(value) ] ] ."
    }
    return object("[ rml:functionExecution ex:f1 ]") + calls.joined(separator: "\n")
  }

  @Test func `functions lie sixty-four deep, and no deeper`() {
    #expect(found(functions(64)).isEmpty)
    // The call of the sixty-fifth stands on the line of the sixty-fourth.
    #expect(found(functions(65)) == ["71 rml.too-nested"])
    #expect(found(functions(3000)) == ["71 rml.too-nested"])
  }

  @Test func `gather maps lie sixty-four deep, and no deeper`() {
    func text(_ depth: Int) -> String {
      object("ex:g1")
        + (1...depth).map { level in
          let member = level == depth ? "[ rml:reference \"a\" ]" : "ex:g\(level + 1)"
          return "ex:g\(level) rml:gather ( \(member) ) ; rml:gatherAs rdf:List ."
        }.joined(separator: "\n")
    }
    #expect(found(text(64)).isEmpty)
    #expect(found(text(65)) == ["71 rml.too-nested"])
    #expect(found(text(3000)) == ["71 rml.too-nested"])
  }

  private func view(_ rest: String) -> String {
    """
    ex:m a rml:TriplesMap ; rml:logicalSource ex:v ;
      rml:subjectMap [ rml:template "http://ex.org/{a}" ] .
    ex:v rml:viewOn ex:source ; rml:field ex:f .
    \(rest)
    """
  }

  private func chain(_ count: Int, isRising: Bool) -> String {
    let views = (1...count).map { number in
      let base = number == count ? "ex:source" : "ex:v\(number + 1)"
      return "ex:v\(number) rml:viewOn \(base) ; "
        + "rml:field [ rml:fieldName \"a\" ; rml:reference \"a\" ] ."
    }
    let numbers = isRising ? Array((1...count).reversed()) : [1]
    let maps = numbers.map { number in
      "ex:m\(number) a rml:TriplesMap ; rml:logicalSource ex:v\(number) ; "
        + "rml:subjectMap [ rml:template \"http://ex.org/{a}\" ] ."
    }
    return (maps + views).joined(separator: "\n")
  }

  @Test func `views lie sixty-four deep with their fields, whatever end is read first`() {
    #expect(found(chain(63, isRising: false)).isEmpty)
    // The field of the sixty-fourth.
    #expect(found(chain(64, isRising: false)) == ["69 rml.too-nested"])
    #expect(found(chain(20_000, isRising: false)) == ["69 rml.too-nested"])
    #expect(found(chain(64, isRising: true)).isEmpty)
    let rules = found(chain(65, isRising: true)).map { $0.split(separator: " ")[1] }
    #expect(rules == ["rml.too-nested"])
  }

  @Test func `subjects that gather subjects lie sixty-four deep, and no deeper`() {
    func text(_ depth: Int) -> String {
      let maps = (1...depth).map { level in
        let subject =
          level == depth
          ? "rml:template \"http://ex.org/{id}\""
          : "rml:gatherAs rdf:List ; rml:gather ( [ rml:parentTriplesMap ex:m\(level + 1) ] )"
        return "ex:m\(level) a rml:TriplesMap ; rml:logicalSource ex:source ; "
          + "rml:subjectMap [ \(subject) ] ."
      }
      return maps.joined(separator: "\n")
    }
    #expect(found(text(65)).isEmpty)
    #expect(found(text(66)) == ["69 mapping.gathered-subjects"])
  }

  // MARK: Size

  @Test func `fields that two fields share on every level end in a finding`() {
    let levels = (1...40).map { level in
      "ex:f\(level) rml:fieldName \"f\(level)\" ; rml:reference \"a\" ; "
        + "rml:field ex:f\(level + 1) , ex:g\(level + 1) .\n"
        + "ex:g\(level) rml:fieldName \"g\(level)\" ; rml:reference \"a\" ; "
        + "rml:field ex:f\(level + 1) , ex:g\(level + 1) ."
    }
    let last = ["f", "g"].map { "ex:\($0)41 rml:fieldName \"\($0)\" ; rml:reference \"a\" ." }
    let ids = found(
      view("ex:f rml:fieldName \"f\" ; rml:reference \"a\" ; rml:field ex:f1 , ex:g1 .\n")
        + (levels + last).joined(separator: "\n")
    ).map { $0.split(separator: " ")[1] }
    #expect(ids == ["rml.too-large"])
  }

  @Test func `functions that are both inputs of the one above end in a finding`() {
    let calls = (1...40).map { level in
      let input = { (name: String) in
        "[ rml:parameter ex:\(name) ; rml:inputValueMap [ rml:functionExecution ex:f\(level + 1) ] ]"
      }
      return "ex:f\(level) rml:function ex:do ; rml:input \(input("a")) , \(input("b")) ."
    }
    let ids = found(
      object("[ rml:functionExecution ex:f1 ]") + calls.joined(separator: "\n")
        + "\nex:f41 rml:function ex:do ."
    ).map { $0.split(separator: " ")[1] }
    #expect(ids == ["rml.too-large"])
  }

  @Test func `views that two joins share on every level end in a finding`() {
    let views = (1...40).map { level in
      "ex:v\(level) rml:viewOn ex:v\(level + 1) ; rml:field [ rml:fieldName \"a\" ; "
        + "rml:reference \"a\" ] ; rml:leftJoin [ rml:parentLogicalView ex:v\(level + 1) ; "
        + "rml:joinCondition [ rml:child \"a\" ; rml:parent \"a\" ] ; "
        + "rml:field [ rml:fieldName \"b\" ; rml:reference \"a\" ] ] ."
    }
    let ids = found(
      """
      ex:m a rml:TriplesMap ; rml:logicalSource ex:v1 ;
        rml:subjectMap [ rml:template "http://ex.org/{a}" ] .
      ex:v41 rml:viewOn ex:source ; rml:field [ rml:fieldName "a" ; rml:reference "a" ] .
      \(views.joined(separator: "\n"))
      """
    ).map { $0.split(separator: " ")[1] }
    #expect(ids == ["rml.too-large"])
  }

  @Test func `subjects that gather two subjects each end in a finding`() {
    let maps = (1...40).map { level in
      "ex:m\(level) a rml:TriplesMap ; rml:logicalSource ex:source ; rml:subjectMap [ "
        + "rml:gatherAs rdf:List ; rml:gather ( [ rml:parentTriplesMap ex:m\(level + 1) ] "
        + "[ rml:parentTriplesMap ex:m\(level + 1) ] ) ] ."
    }
    let ids = found(
      maps.joined(separator: "\n") + """

        ex:m41 a rml:TriplesMap ; rml:logicalSource ex:source ;
          rml:subjectMap [ rml:template "http://ex.org/{id}" ] .
        """
    ).map { $0.split(separator: " ")[1] }
    #expect(ids == ["mapping.gathered-subjects"])
  }

  @Test func `a subject of itself that many maps take ends in a finding`() {
    let members = String(repeating: "[ rml:parentTriplesMap ex:m ] ", count: 1000)
    let objects = (1...200).map { _ in "[ rml:parentTriplesMap ex:m ]" }.joined(separator: " , ")
    #expect(
      Set(
        found(
          """
          ex:m a rml:TriplesMap ; rml:logicalSource ex:source ;
            rml:subjectMap [ rml:gatherAs rdf:List ; rml:gather ( \(members)) ] ;
            rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap \(objects) ] .
          """)) == ["6 mapping.subject-cycle", "6 mapping.gathered-subjects"])
  }

  @Test func `statements that many maps share count for each of them`() {
    let names = { (kind: String) in (1...330).map { "ex:\(kind)\($0)" }.joined(separator: " , ") }
    let maps = (1...330).map {
      "ex:m\($0) a rml:TriplesMap ; rml:logicalSource ex:source ; rml:subject ex:s ; "
        + "rml:predicateObjectMap \(names("po")) ."
    }
    let statements = (1...330).map { "ex:po\($0) rml:predicate ex:p ; rml:object ex:o ." }
    let ids = found((maps + statements).joined(separator: "\n")).map { $0.split(separator: " ")[1] }
    #expect(ids == ["rml.too-large"])
  }

  @Test func `a mapping without a true line ends after a thousand findings`() {
    let maps = (1...5000).map { "ex:m\($0) a rml:TriplesMap ; rml:logicalSource ex:source ." }
    let ids = found(maps.joined(separator: "\n")).map { $0.split(separator: " ")[1] }
    #expect(ids.last == "rml.too-large")
    #expect(ids.count < 1100)
  }
}
