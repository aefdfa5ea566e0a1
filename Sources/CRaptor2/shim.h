// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <raptor2.h>
#include <fcntl.h>
#include <linux/memfd.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// raptor_new_world() is a function-like macro, which Swift cannot import.
static inline raptor_world *fairway_raptor_new_world(void) { return raptor_new_world(); }

// What a process of its own for the parser needs, and Swift's module of the C library leaves out
// since it is no part of POSIX.
extern int pipe2(int ends[2], int flags);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

static inline int fairway_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

static inline int fairway_close_from(posix_spawn_file_actions_t *actions, int from) {
  return posix_spawn_file_actions_addclosefrom_np(actions, from);
}

static inline int fairway_memory_file(const char *name) {
  return (int)syscall(SYS_memfd_create, name, MFD_CLOEXEC);
}

// prctl() takes a variable number of arguments, which Swift cannot call.
static inline int fairway_gives_up_privileges(void) {
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}
