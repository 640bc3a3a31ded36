#ifndef CPOPPLER_SHIM_H
#define CPOPPLER_SHIM_H

#include <cairo.h>
#include <poppler.h>

/* GLib's casting macros are invisible to Swift; errors come as domain and code. */
static inline GQuark cpoppler_error_domain(void) { return POPPLER_ERROR; }
static inline void cpoppler_unref(gpointer object) { g_object_unref(object); }

/* glibc shows memfd_create only to GNU sources, which Swift's overlay is not. */
int memfd_create(const char *name, unsigned int flags);

/* A file in memory, closed in programs that this one starts; -1 with errno where there is none. */
static inline int cpoppler_memory_file(void) {
    const unsigned int close_on_exec = 1;
    return memfd_create("document", close_on_exec);
}

#endif
