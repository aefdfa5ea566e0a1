// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

/// Settings of every Swift target; Documentation/architecture.md says why.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  _ name: String, uses dependencies: [Target.Dependency], beside exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: settings)
}

let package = Package(
  name: "fairway",
  dependencies: [],
  targets: [
    // Layer 0: C.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CRaptor2", pkgConfig: "raptor2", providers: [.apt(["libraptor2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CByteScan"),

    // Layer 1: words of the house.
    library("Diagnostics"),
    library("ByteScanning", uses: ["CByteScan"]),
    library("RDFModel"),

    // Layer 2: in and out.
    library("RecordIO", uses: ["Diagnostics", "ByteScanning", "CLibXML2", "CZlib"]),
    library("RDFIO", uses: ["Diagnostics", "ByteScanning", "RDFModel", "CRaptor2", "CLibXML2"]),
    library("LocatedYAML", uses: ["Diagnostics", "CLibYAML"]),

    // Layer 3: engines.
    library(
      "Mapping",
      uses: ["Diagnostics", "ByteScanning", "RDFModel", "RecordIO", "RDFIO", "LocatedYAML"]),
    library("Shapes", uses: ["Diagnostics", "RDFModel"]),
    library("Terminology", uses: ["Diagnostics", "RDFModel"]),
    library("Catalogue", uses: ["Diagnostics", "RDFModel", "LocatedYAML"]),
    library("Reports", uses: ["Diagnostics", "RDFModel"]),

    // Tests.
    library("TestSupport", uses: ["Diagnostics", "RDFModel"]),
    tests("DiagnosticsTests", uses: ["Diagnostics"]),
    tests("RDFModelTests", uses: ["RDFModel"]),
    tests("RecordIOTests", uses: ["RecordIO", "Diagnostics"]),
    tests(
      "RDFIOTests", uses: ["RDFIO", "RDFModel", "Diagnostics"],
      beside: ["judge_rdflib.py", "known-issues.json"]),
    tests("LocatedYAMLTests", uses: ["LocatedYAML", "Diagnostics"]),
    tests("MappingTests", uses: ["Mapping", "RecordIO", "RDFModel", "Diagnostics"]),
    tests("ShapesTests", uses: ["Shapes", "RDFModel", "RDFIO", "Diagnostics"]),
    tests("TerminologyTests", uses: ["Terminology", "RDFModel", "Diagnostics"]),
    tests("CatalogueTests", uses: ["Catalogue", "RDFModel", "RDFIO", "Diagnostics"]),
    tests("ReportsTests", uses: ["Reports", "RDFModel", "Diagnostics"]),
  ]
)
