#ifndef CPOPPLER_SHIM_H
#define CPOPPLER_SHIM_H

#include <cairo.h>
#include <poppler.h>

/* GLib's casting macros are invisible to Swift; errors come as domain and code. */
static inline GQuark cpoppler_error_domain(void) { return POPPLER_ERROR; }
static inline void cpoppler_unref(gpointer object) { g_object_unref(object); }

#endif
