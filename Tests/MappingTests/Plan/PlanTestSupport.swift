// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mapping
import Testing

func compilePlan(
  _ text: String, base: String? = nil, services: FunctionServices = FunctionServices()
) throws(DiagnosedError) -> MappingPlan {
  try PlanCompiler.compile(compileYARRRML(text), base: base, services: services)
}

/// What is wrong with a mapping once its YARRRML is understood, as `line:column id: message`.
func planFindings(
  _ text: String, base: String? = nil, services: FunctionServices = FunctionServices()
) -> [String] {
  do {
    _ = try compilePlan(text, base: base, services: services)
    return []
  } catch {
    expectFilled(error.findings)
    return error.findings.map { "\(place($0.place)) \($0.rule.id): \($0.message())" }
  }
}

/// Fails the test if a template asks for an argument that a finding does not have.
func expectFilled(_ findings: [Finding]) {
  for finding in findings {
    #expect(!finding.message().contains("{"), "\(finding.rule.id)")
    #expect(!finding.remedy().contains("{"), "\(finding.rule.id)")
  }
}
