// SPDX-License-Identifier: Apache-2.0

#if Server
  /// What a server is started with.
  package struct ServerSettings: Sendable, Hashable {
    /// The catalogue's file.
    package var catalogue: String
    /// The name or address to listen on.
    package var host: String
    /// The port to listen on; 0 takes any that is free.
    package var port: Int
    /// What addresses on pages and in headers begin with; host and port by default.
    ///
    /// What a request says about its host is never used.
    package var baseURL: String

    /// Collects settings.
    package init(
      catalogue: String, host: String = "127.0.0.1", port: Int = 8080, baseURL: String? = nil
    ) {
      self.catalogue = catalogue
      self.host = host
      self.port = port
      self.baseURL = baseURL ?? "http://" + Self.authority(host, port)
    }

    /// Host and port as they stand in an address.
    static func authority(_ host: String, _ port: Int) -> String {
      host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
  }

  /// What one client can ask of the server at most.
  enum ServerLimits {
    /// The most bytes of one header field, and of the request's address.
    static let fieldBytes = 8 * 1024
    /// The most bytes of all header fields together.
    static let headerBytes = 16 * 1024
    /// The most header fields.
    static let fields = 100
    /// The time after which a connection that sends no request is closed, in seconds.
    static let idleSeconds: Int64 = 30
    /// The most connections at a time; others wait.
    static let connections = 512
    /// The time that responses under way are given when the server stops, in seconds.
    static let stopSeconds: Int64 = 10
  }
#endif
