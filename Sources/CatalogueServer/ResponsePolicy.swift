// SPDX-License-Identifier: Apache-2.0

#if Server
  internal import HTTPTypes
  internal import Hummingbird
  internal import Reports

  /// What holds for every response: reading only, plain errors, and headers that keep browsers safe.
  struct ResponsePolicy<Context: RequestContext>: RouterMiddleware {
    static var methods: [HTTPRequest.Method] { [.get, .head] }

    func handle(
      _ request: Request, context: Context,
      next: (Request, Context) async throws -> Response
    ) async throws -> Response {
      var response = try await answer(request, context, next)
      response.headers[.contentSecurityPolicy] =
        CataloguePage.contentSecurityPolicy + "; frame-ancestors 'none'"
      response.headers[.xContentTypeOptions] = "nosniff"
      if request.method == .head { response = response.createHeadResponse() }
      // The length of what was not sent would be wrong here.
      if response.status == .notModified { response.headers[.contentLength] = nil }
      return response
    }

    private func answer(
      _ request: Request, _ context: Context,
      _ next: (Request, Context) async throws -> Response
    ) async throws -> Response {
      guard Self.methods.contains(request.method) else {
        var response = Response.plain(
          .methodNotAllowed, "This catalogue is read only: GET and HEAD are answered.")
        response.headers[.allow] = Self.methods.map(\.rawValue).joined(separator: ", ")
        return response
      }
      do {
        return try await next(request, context)
      } catch let error as HTTPError where error.status == .notFound {
        return .plain(.notFound, "There is nothing at this address.")
      }
    }
  }

  extension Response {
    /// A response of one sentence, which nobody keeps.
    static func plain(_ status: HTTPResponse.Status, _ sentence: String) -> Response {
      Response(
        status: status,
        headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: sentence + "\n")))
    }
  }
#endif
