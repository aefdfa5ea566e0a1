// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <lzma.h>

// LZMA_STREAM_INIT is a macro with a brace initialiser, which Swift cannot import.
static inline lzma_stream fairway_lzma_stream(void) {
  lzma_stream stream = LZMA_STREAM_INIT;
  return stream;
}
