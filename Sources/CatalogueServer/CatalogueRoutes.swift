// SPDX-License-Identifier: Apache-2.0

#if Server
  internal import Diagnostics
  internal import Foundation
  internal import HTTPTypes
  internal import Hummingbird
  internal import Reports

  /// The addresses of the catalogue: the list, the whole, and each dataset, in every form.
  struct CatalogueRoutes {
    let file: CatalogueFile
    let site: CatalogueSite
    /// Told why a request could not be answered.
    let report: @Sendable (DiagnosedError) -> Void

    /// Adds the addresses to a router.
    func add(to router: Router<BasicRequestContext>) {
      router.get("/") { request, _ in await respond(to: request, .home, as: .page) }
      router.get("catalog") { request, _ in await respond(to: request, .catalogue) }
      for form in CatalogueForm.documents {
        guard let ending = form.ending else { continue }
        router.get("catalog.\(ending)") { request, _ in
          await respond(to: request, .catalogue, as: form)
        }
      }
      router.get("datasets/:key") { request, context in
        await respond(to: request, dataset: context.parameters.get("key")?.removingPercentEncoding)
      }
    }

    // A key can hold dots, so what looks like an ending is one only if no dataset has it.
    private func respond(to request: Request, dataset name: String?) async -> Response {
      guard let name else { return Self.noDataset }
      return await answer { snapshot throws(DiagnosedError) in
        if snapshot.contains(.dataset(name)) {
          return try await negotiate(request, .dataset(name), from: snapshot)
        }
        for form in CatalogueForm.documents {
          guard let ending = form.ending, name.hasSuffix("." + ending) else { continue }
          let key = String(name.dropLast(ending.count + 1))
          return try await send(.dataset(key), as: form, to: request, from: snapshot)
        }
        return Self.noDataset
      }
    }

    private func respond(
      to request: Request, _ target: CatalogueTarget, as form: CatalogueForm? = nil
    ) async -> Response {
      await answer { snapshot throws(DiagnosedError) in
        if let form { return try await send(target, as: form, to: request, from: snapshot) }
        return try await negotiate(request, target, from: snapshot)
      }
    }

    private func answer(
      _ work: (CatalogueSnapshot) async throws(DiagnosedError) -> Response
    ) async -> Response {
      let snapshot: CatalogueSnapshot
      do throws(DiagnosedError) { snapshot = try await file.current() } catch {
        report(error)
        var response = Response.plain(
          .serviceUnavailable, "The catalogue cannot be read at the moment.")
        response.headers[.retryAfter] = "60"
        return response
      }
      do throws(DiagnosedError) { return try await work(snapshot) } catch {
        report(error)
        return .plain(.internalServerError, "This form of the content cannot be written.")
      }
    }

    private func negotiate(
      _ request: Request, _ target: CatalogueTarget, from snapshot: CatalogueSnapshot
    ) async throws(DiagnosedError) -> Response {
      let accept = AcceptHeader(request.headers[values: .accept])
      var response: Response
      if let form = accept.preferred(of: target.forms) {
        response = try await send(target, as: form, to: request, from: snapshot)
        if let ending = form.ending {
          response.headers[.contentLocation] = address(of: target, ending)
        }
      } else {
        let forms = target.forms.map(\.mediaType).joined(separator: ", ")
        response = .plain(.notAcceptable, "This is there as \(forms).")
      }
      response.headers[.vary] = "Accept"
      return response
    }

    private func send(
      _ target: CatalogueTarget, as form: CatalogueForm, to request: Request,
      from snapshot: CatalogueSnapshot
    ) async throws(DiagnosedError) -> Response {
      guard let content = try await snapshot.representation(of: target, as: form) else {
        return Self.noDataset
      }
      var headers: HTTPFields = [
        .eTag: content.tag.text,
        // Kept by whoever likes, but asked for again: the tag makes that cheap.
        .cacheControl: "public, no-cache",
      ]
      if let link = HTTPField.Name("Link") { headers[link] = alternates(of: target, except: form) }
      if content.tag.isNamed(in: request.headers[values: .ifNoneMatch]) {
        return Response(status: .notModified, headers: headers)
      }
      headers[.contentType] = form.contentType
      return Response(
        status: .ok, headers: headers,
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: content.bytes)))
    }

    private func address(of target: CatalogueTarget, _ ending: String) -> String {
      if case .dataset(let key) = target { return site.dataset(key, ending) }
      return site.catalogue(ending)
    }

    // Source: RFC 8288 §3.
    private func alternates(of target: CatalogueTarget, except form: CatalogueForm) -> String {
      CatalogueForm.documents.filter { $0 != form }.compactMap { other in
        other.ending.map { ending in
          "<\(address(of: target, ending))>; rel=\"alternate\"; type=\"\(other.mediaType)\""
        }
      }.joined(separator: ", ")
    }

    private static var noDataset: Response {
      .plain(.notFound, "The catalogue has no dataset of this name.")
    }
  }
#endif
