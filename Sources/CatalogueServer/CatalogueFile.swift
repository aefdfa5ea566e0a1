// SPDX-License-Identifier: Apache-2.0

#if Server
  internal import Diagnostics
  internal import Foundation
  internal import Pipeline
  internal import Reports

  /// The catalogue's file, read again whenever it was written.
  actor CatalogueFile {
    private let path: String
    private let pages: CataloguePage
    private var stamp: Stamp?
    private var snapshot: CatalogueSnapshot

    /// Reads the file for the first time.
    ///
    /// - Throws: what makes it unreadable.
    init(path: String, pages: CataloguePage) throws(DiagnosedError) {
      self.path = path
      self.pages = pages
      stamp = Stamp(path)
      snapshot = CatalogueSnapshot(try PublishedCatalogue(URL(filePath: path)), pages: pages)
    }

    /// The catalogue as the file has it now.
    ///
    /// - Throws: what makes the file unreadable; the next call tries again.
    func current() throws(DiagnosedError) -> CatalogueSnapshot {
      // Taken before reading: what is written after that makes the next stamp another one.
      let now = Stamp(path)
      if let now, now == stamp { return snapshot }
      stamp = nil
      snapshot = CatalogueSnapshot(try PublishedCatalogue(URL(filePath: path)), pages: pages)
      stamp = now
      return snapshot
    }

    /// What differs when the file was replaced or written to.
    ///
    /// Closing a file gives up the locks that SQLite holds on it in the same process, so a stamp is
    /// never taken while the file is read; the actor sees to that.
    private struct Stamp: Equatable {
      let device: UInt64
      let inode: UInt64
      let size: Int64
      let seconds: Int
      let nanoseconds: Int
      let changeCounter: [UInt8]

      init?(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
        // Each transaction counts here, so two writes in one tick of the clock differ as well.
        // Source: SQLite database file format §1.3.7.
        var counter = [UInt8](repeating: 0, count: 4)
        guard pread(descriptor, &counter, counter.count, 24) == counter.count else { return nil }
        changeCounter = counter
      }
    }
  }
#endif
