/* What cairo must not be handed, since it would be broken by it for good, and whether it is all the same.
 *
 * A font face that once could not be made as large as asked for is in error from then on, and so is each
 * page that uses it; Poppler keeps faces of this machine's fonts for all documents of the process. A
 * context in error hears nothing more of its page. */
#include <math.h>

#include "tap.h"

/* FreeType makes no font larger than 65,535 pixels; far below that it is larger than any page's picture. */
static const double LARGEST_FONT = 60000;

/* The face that was to be set is broken: cairo has another one in its place. */
static _Thread_local int has_no_face = 0;

/* Fonts drawn by programs (Type 3) have a size of their own kind, and FreeType no part in them. */
int has_no_shapes(cairo_t *cr)
{
    if (has_no_face) return 1;
    cairo_matrix_t font, page, both;
    cairo_get_font_matrix(cr, &font);
    cairo_get_matrix(cr, &page);
    cairo_matrix_multiply(&both, &font, &page);
    double sides = fmax(hypot(both.xx, both.yx), hypot(both.xy, both.yy));
    if (sides <= LARGEST_FONT) return 0; /* not so where it is no number */
    return !isfinite(sides) ||
           cairo_font_face_get_type(cairo_get_font_face(cr)) != CAIRO_FONT_TYPE_USER;
}

int is_invertible(const cairo_matrix_t *matrix)
{
    cairo_matrix_t copy = *matrix;
    return cairo_matrix_invert(&copy) == CAIRO_STATUS_SUCCESS;
}

int is_dash(const double *dashes, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++) {
        if (!(dashes[i] >= 0)) return 0;
        sum += dashes[i];
    }
    return count == 0 || (sum > 0 && isfinite(sum));
}

/* ---------------------------------------------------------------- broken faces */

/* Poppler is not safe across threads, but threads of their own may paint other things meanwhile. */
static _Thread_local cairo_font_face_t *watched = NULL;
static int broken_faces = 0;

static int is_broken(cairo_font_face_t *face)
{
    if (!face || cairo_font_face_status(face) == CAIRO_STATUS_SUCCESS) return 0;
    __atomic_store_n(&broken_faces, 1, __ATOMIC_RELAXED);
    return 1;
}

cairo_font_face_t *watch_face(cairo_font_face_t *face)
{
    is_broken(watched);
    cairo_font_face_t *sound = is_broken(face) ? NULL : face;
    if (sound) cairo_font_face_reference(sound);
    if (watched) cairo_font_face_destroy(watched);
    watched = sound;
    has_no_face = face && !sound;
    return sound;
}

int tap_broke_a_face(void)
{
    watch_face(NULL);
    return __atomic_load_n(&broken_faces, __ATOMIC_RELAXED);
}
