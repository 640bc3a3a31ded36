/* Functions of cairo and lcms defined again, so that the dynamic linker takes these. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <math.h>

#include "tap.h"

static _Thread_local int text_left_out = 0;

void tap_leave_out_text(int left_out) { text_left_out = left_out; }

/* Defines `name` so that it calls `heard` with the open tap `self` and cairo's own otherwise, unless
 * it is left out: text also where it would break its font. What paints a pattern's tile is neither
 * painted nor heard. */
#define TAPPED(name, parameters, arguments, heard) TAPPED_UNLESS(0, name, parameters, arguments, heard)
#define TAPPED_TEXT(name, parameters, arguments, heard)                            \
    TAPPED_UNLESS(text_left_out || has_no_shapes(cr), name, parameters, arguments, heard)
#define TAPPED_UNLESS(left_out, name, parameters, arguments, heard)                \
    void name parameters                                                           \
    {                                                                              \
        static void(*real) parameters = NULL;                                      \
        if (tap_current()) {                                                       \
            tap *self = tap_of(cr);                                                \
            if (self) self->calls++;                                               \
            heard;                                                                 \
            return;                                                                \
        }                                                                          \
        if (left_out) return;                                                      \
        if (!real) real = (void(*) parameters)dlsym(RTLD_NEXT, #name);             \
        real arguments;                                                            \
    }

#define HEAR(call)    \
    if (self) call

TAPPED(cairo_fill, (cairo_t *cr), (cr), HEAR(note_fill(self, cr)); cairo_new_path(cr))
TAPPED(cairo_fill_preserve, (cairo_t *cr), (cr), HEAR(note_fill(self, cr)))
TAPPED(cairo_stroke, (cairo_t *cr), (cr), HEAR(note_stroke(self, cr)); cairo_new_path(cr))
TAPPED(cairo_stroke_preserve, (cairo_t *cr), (cr), HEAR(note_stroke(self, cr)))
TAPPED(cairo_paint, (cairo_t *cr), (cr), (void)self)
TAPPED(cairo_paint_with_alpha, (cairo_t *cr, double alpha), (cr, alpha), (void)self)
TAPPED(cairo_mask, (cairo_t *cr, cairo_pattern_t *pattern), (cr, pattern),
       HEAR(note_mask(self, cr, pattern)))
TAPPED_TEXT(cairo_show_glyphs, (cairo_t *cr, const cairo_glyph_t *glyphs, int count),
       (cr, glyphs, count), HEAR(note_glyphs(self, cr, glyphs, count, NULL)))
TAPPED_TEXT(cairo_show_text_glyphs,
       (cairo_t *cr, const char *utf8, int bytes, const cairo_glyph_t *glyphs, int glyph_count,
        const cairo_text_cluster_t *clusters, int cluster_count, cairo_text_cluster_flags_t flags),
       (cr, utf8, bytes, glyphs, glyph_count, clusters, cluster_count, flags),
       HEAR(note_text(self, cr, utf8, bytes, glyphs, glyph_count, clusters, cluster_count)))

/* ---------------------------------------------------------------- calls that paint nothing */

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* Poppler begins a page with the matrix from its coordinates to the surface's. */
void cairo_transform(cairo_t *cr, const cairo_matrix_t *matrix)
{
    static __typeof__(&cairo_transform) real = NULL;
    if (!real) real = REAL(cairo_transform);
    if (tap_current() && !tap_current()->target) note_page(tap_current(), cr, matrix);
    if (is_invertible(matrix)) real(cr, matrix);
}

void cairo_new_path(cairo_t *cr)
{
    static __typeof__(&cairo_new_path) real = NULL;
    if (!real) real = REAL(cairo_new_path);
    if (tap_current()) end_outlines(tap_current(), 0);
    real(cr);
}

void cairo_glyph_path(cairo_t *cr, const cairo_glyph_t *glyphs, int count)
{
    static __typeof__(&cairo_glyph_path) real = NULL;
    if (!real) real = REAL(cairo_glyph_path);
    if (tap_of(cr)) note_outlines(tap_of(cr), cr, glyphs, count);
    if (!text_left_out && !has_no_shapes(cr)) real(cr, glyphs, count);
}

/* ---------------------------------------------------------------- what would put a page in error */

/* Poppler hands on what the PDF says. Where cairo takes that for an error it does nothing more on the
 * page, so such a call is left out: what was set before stays. */
#define SOUND(name, parameters, arguments, is_sound)                               \
    void name parameters                                                           \
    {                                                                              \
        static void(*real) parameters = NULL;                                      \
        if (!real) real = (void(*) parameters)dlsym(RTLD_NEXT, #name);             \
        if (is_sound) real arguments;                                              \
    }

SOUND(cairo_set_dash, (cairo_t *cr, const double *dashes, int count, double offset),
      (cr, dashes, count, offset), is_dash(dashes, count) && isfinite(offset))
SOUND(cairo_set_matrix, (cairo_t *cr, const cairo_matrix_t *matrix), (cr, matrix),
      is_invertible(matrix))
SOUND(cairo_scale, (cairo_t *cr, double x, double y), (cr, x, y),
      x * y != 0 && isfinite(x * y))
SOUND(cairo_set_source, (cairo_t *cr, cairo_pattern_t *pattern), (cr, pattern),
      cairo_pattern_status(pattern) == CAIRO_STATUS_SUCCESS)

/* A face in error is not set: text that comes is heard all the same. */
void cairo_set_font_face(cairo_t *cr, cairo_font_face_t *face)
{
    static __typeof__(&cairo_set_font_face) real = NULL;
    if (!real) real = REAL(cairo_set_font_face);
    real(cr, watch_face(face));
}

/* ---------------------------------------------------------------- costly preparations */

/* Poppler asks for the room that a picture's pixels need just before it decodes them, and skips
 * the picture when there is none. Only a picture as thin as a ruling is worth its colour. */
cairo_surface_t *cairo_image_surface_create(cairo_format_t format, int width, int height)
{
    static __typeof__(&cairo_image_surface_create) real = NULL;
    if (!real) real = REAL(cairo_image_surface_create);
    /* soft masks of any content have rooms of this format, which must be given */
    if (tap_current() && format != CAIRO_FORMAT_ARGB32 && note_picture(tap_current()))
        return real(CAIRO_FORMAT_INVALID, -1, -1);
    return real(format, width, height);
}

static _Thread_local int profiles_ignored = 0;

void tap_ignore_profiles(int ignored) { profiles_ignored = ignored; }

/* lcms takes milliseconds a page to prepare a profile, in each pass over the page. Without one,
 * Poppler takes the plain colours that the PDF names beside it, which are near enough here. */
void *cmsOpenProfileFromMem(const void *bytes, uint32_t count);
void *cmsOpenProfileFromMem(const void *bytes, uint32_t count)
{
    static __typeof__(&cmsOpenProfileFromMem) real = NULL;
    if (profiles_ignored) return NULL;
    if (!real) real = REAL(cmsOpenProfileFromMem);
    return real ? real(bytes, count) : NULL;
}
