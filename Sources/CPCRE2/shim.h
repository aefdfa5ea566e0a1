// SPDX-License-Identifier: Apache-2.0
#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

// Names that depend on the width are macros, which Swift cannot import.
typedef pcre2_code_8 fairway_pcre2_code;
typedef pcre2_match_data_8 fairway_pcre2_match_data;
typedef pcre2_match_context_8 fairway_pcre2_match_context;
