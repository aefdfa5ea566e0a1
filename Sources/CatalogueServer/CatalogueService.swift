// SPDX-License-Identifier: Apache-2.0

#if Server
  package import Diagnostics
  internal import Foundation
  package import Hummingbird
  internal import HummingbirdCore
  internal import Logging
  internal import NIOCore
  internal import Pipeline
  internal import RDFIO
  internal import Reports
  internal import ServiceLifecycle
  internal import UnixSignals

  /// The catalogue over HTTP: reads one catalogue file and answers GET and HEAD.
  package struct CatalogueService: Sendable {
    private let settings: ServerSettings
    private let routes: CatalogueRoutes

    /// Reads the catalogue once, so that a wrong file is named before anybody asks.
    ///
    /// - Parameters:
    ///   - settings: file, address and base URL.
    ///   - report: told why a request could not be answered; the reader gets no detail.
    /// - Throws: ``ServerRules/badBaseURL``, or what makes the catalogue unreadable.
    package init(
      _ settings: ServerSettings, report: @escaping @Sendable (DiagnosedError) -> Void
    ) throws(DiagnosedError) {
      guard let site = CatalogueSite(baseURL: settings.baseURL) else {
        throw DiagnosedError(ServerRules.badBaseURL, at: nil, [.plain("url", settings.baseURL)])
      }
      let documents = CatalogueForm.documents.compactMap(\.format).map {
        CatalogueDocumentForm(title: $0.title, ending: $0.fileExtension)
      }
      let pages = CataloguePage(
        CataloguePageContext(
          site: site, product: ReportProduct(name: Product.name, version: Product.version),
          documents: documents, prefixes: PublishedCatalogue.prefixes))
      self.settings = settings
      routes = CatalogueRoutes(
        file: try CatalogueFile(path: settings.catalogue, pages: pages), site: site,
        report: report)
    }

    /// The application, for tests that ask it without a network.
    ///
    /// - Parameter started: told the port once requests are answered.
    /// - Returns: an application that is not running.
    package func application(
      started: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> some ApplicationProtocol {
      let router = Router(options: .autoGenerateHeadEndpoints)
      router.add(middleware: ResponsePolicy())
      routes.add(to: router)
      return Application(
        router: router,
        server: .http1(
          configuration: .init(
            idleTimeout: .seconds(ServerLimits.idleSeconds),
            httpDecoderConfiguration: .init(
              maxHeaderFieldSize: ServerLimits.fieldBytes,
              maxHeaderListSize: ServerLimits.headerBytes,
              maxHeaderFieldCount: ServerLimits.fields))),
        configuration: ApplicationConfiguration(
          address: .hostname(settings.host, port: settings.port),
          availableConnectionsDelegate: MaximumAvailableConnections(
            ServerLimits.connections, logger: Self.logger)),
        onServerRunning: { channel in started(channel.localAddress?.port ?? 0) },
        logger: Self.logger)
    }

    /// Answers until SIGINT or SIGTERM, then finishes what is under way.
    ///
    /// - Parameter started: told the port once requests are answered.
    /// - Throws: ``ServerRules/cannotListen``.
    package func run(
      started: @escaping @Sendable (Int) -> Void
    ) async throws(DiagnosedError) {
      var configuration = ServiceGroupConfiguration(
        services: [application(started: started)],
        gracefulShutdownSignals: [.sigint, .sigterm], logger: Self.logger)
      configuration.maximumGracefulShutdownDuration = .seconds(ServerLimits.stopSeconds)
      do { try await ServiceGroup(configuration: configuration).run() } catch {
        let address = ServerSettings.authority(settings.host, settings.port)
        throw DiagnosedError(
          ServerRules.cannotListen, at: nil,
          [.plain("address", address), .plain("reason", Self.reason(error))])
      }
    }

    private static func reason(_ error: any Error) -> String {
      switch error {
      case let error as IOError: String(cString: strerror(error.errnoCode))
      case is SocketAddressError, is SocketAddressError.UnknownHost: "the host is not known"
      default: "the server stopped without being told to"
      }
    }

    // What people need to know goes through `report`; the library's own chatter goes nowhere.
    private static let logger = Logger(label: "fairway.server") { _ in SwiftLogNoOpLogHandler() }
  }
#endif
