// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <raptor2.h>

// raptor_new_world() is a function-like macro, which Swift cannot import.
static inline raptor_world *fairway_raptor_new_world(void) { return raptor_new_world(); }
