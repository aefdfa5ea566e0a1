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

/// What only `--traits Server` takes in.
let withServer = TargetDependencyCondition.when(traits: ["Server"])

/// Hummingbird and the packages whose types stand in its interface.
let http: [Target.Dependency] = [
  .product(name: "Hummingbird", package: "hummingbird", condition: withServer),
  .product(name: "HummingbirdCore", package: "hummingbird", condition: withServer),
  .product(name: "HTTPTypes", package: "swift-http-types", condition: withServer),
  .product(name: "Logging", package: "swift-log", condition: withServer),
  .product(name: "NIOCore", package: "swift-nio", condition: withServer),
  .product(name: "ServiceLifecycle", package: "swift-service-lifecycle", condition: withServer),
  .product(name: "UnixSignals", package: "swift-service-lifecycle", condition: withServer),
]

let package = Package(
  name: "fairway",
  traits: [
    .trait(
      name: "Server",
      description: "The catalogue over HTTP: fairway serve, with Hummingbird and SwiftNIO.")
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // Fetched and built only with the trait: everything that names them has its condition.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.0.0"),
  ],
  targets: [
    // Layer 0: C.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CRaptor2", pkgConfig: "raptor2", providers: [.apt(["libraptor2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .target(name: "CByteScan"),

    // Layer 1: words of the house.
    library("Diagnostics"),
    library("ByteScanning", uses: ["CByteScan"]),
    library("RDFModel"),
    library("TextPatterns", uses: ["CPCRE2"]),
    library("TemporaryFiles", uses: ["Diagnostics"]),

    // Layer 2: in and out.
    library(
      "RecordIO",
      uses: [
        "Diagnostics", "ByteScanning", "CByteScan", "TextPatterns", "CLibXML2", "CZlib",
        "CArchive",
      ]),
    library(
      "RDFIO",
      uses: [
        "Diagnostics", "ByteScanning", "RDFModel", "CRaptor2", "CLibXML2",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    library("LocatedYAML", uses: ["Diagnostics", "CLibYAML"]),
    library("Store", uses: ["Diagnostics", .product(name: "GRDB", package: "GRDB.swift")]),

    // Layer 3: engines.
    library(
      "Mapping",
      uses: [
        "Diagnostics", "ByteScanning", "RDFModel", "RecordIO", "RDFIO", "LocatedYAML", "CByteScan",
        "TextPatterns", "TemporaryFiles", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    library("Shapes", uses: ["Diagnostics", "RDFModel", "TemporaryFiles"]),
    library("Terminology", uses: ["Diagnostics", "RDFModel", "LocatedYAML"]),
    library("Catalogue", uses: ["Diagnostics", "RDFModel", "RDFIO", "LocatedYAML"]),
    library("Reports", uses: ["Diagnostics", "RDFModel"]),

    // Layer 4: the only place that knows the order of the stages.
    library(
      "Pipeline",
      uses: [
        "Diagnostics", "RDFModel", "RecordIO", "RDFIO", "LocatedYAML", "Store", "Mapping", "Shapes",
        "Terminology", "Catalogue", "Reports", "TemporaryFiles", "CZlib", "CArchive",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),

    // Layer 5: faces.
    library(
      "CatalogueServer",
      uses: ["Diagnostics", "Pipeline", "Catalogue", "RDFIO", "RDFModel", "Reports"] + http),
    .executableTarget(
      name: "fairway",
      dependencies: [
        "Diagnostics", "Pipeline", "RDFIO",
        .target(name: "CatalogueServer", condition: withServer),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),

    // Tests.
    library("TestSupport", uses: ["Diagnostics", "RDFModel"]),
    tests("DiagnosticsTests", uses: ["Diagnostics"]),
    tests("RDFModelTests", uses: ["RDFModel"]),
    tests("RecordIOTests", uses: ["RecordIO", "Diagnostics", "CZlib"]),
    tests(
      "RDFIOTests", uses: ["RDFIO", "RDFModel", "Diagnostics"],
      beside: ["judge_rdflib.py"]),
    tests("LocatedYAMLTests", uses: ["LocatedYAML", "Diagnostics"]),
    tests("ByteScanningTests", uses: ["ByteScanning"]),
    tests(
      "MappingTests",
      uses: ["Mapping", "RecordIO", "RDFIO", "LocatedYAML", "RDFModel", "Diagnostics"],
      beside: ["Cases"]),
    tests("ShapesTests", uses: ["Shapes", "RDFModel", "RDFIO", "Diagnostics"]),
    tests("TerminologyTests", uses: ["Terminology", "RDFModel", "Diagnostics"]),
    tests(
      "CatalogueTests",
      uses: ["Catalogue", "LocatedYAML", "RDFModel", "RDFIO", "Diagnostics"]),
    tests("ReportsTests", uses: ["Reports", "RDFModel", "Diagnostics"]),
    tests("StoreTests", uses: ["Store", "Diagnostics"]),
    tests(
      "PipelineTests",
      uses: [
        "Pipeline", "Catalogue", "Store", "RDFModel", "RDFIO", "RecordIO", "LocatedYAML",
        "Mapping", "Shapes", "Terminology", "Reports", "Diagnostics",
      ], beside: ["judges"]),
    tests("CommandTests", uses: ["fairway", "RDFIO", "RDFModel", "Diagnostics"]),
    tests(
      "ConformanceTests",
      uses: [
        "Pipeline", "RecordIO", "RDFIO", "RDFModel", "Shapes", "Mapping", "LocatedYAML",
        "Diagnostics",
      ],
      beside: ["known-issues.json"]),
    tests(
      "CatalogueServerTests",
      uses: [
        "CatalogueServer", "Pipeline", "RDFIO", "RDFModel", "Store", "Diagnostics",
        .product(name: "HummingbirdTesting", package: "hummingbird", condition: withServer),
      ] + http),
  ]
)

// Scripts/fuzz only: libFuzzer, and flags that a package may not ask of those that depend on it.
if Context.environment["FAIRWAY_FUZZING"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fairway-fuzz",
      dependencies: ["Diagnostics", "RDFIO", "RDFModel", "Shapes", "CRaptor2"], path: "Fuzzing",
      exclude: ["rdf.dict"], swiftSettings: [.swiftLanguageMode(.v6)],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]))
}
