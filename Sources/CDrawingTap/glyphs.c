/* Characters, and the shapes of digits. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <math.h>
#include <stdlib.h>

#include "tap.h"

/* A baseline that rises by more than this share of its run is slanted. */
static const double SLANT = 0.03;

/* No glyph begins farther from the page's corner (device units): a hundred times the longest page. */
static const double FARTHEST = 4e7;

/* The middle of a glyph, from its origin: so far along the baseline and above it (shares of an
 * em); between that of a Chinese character and that of a digit. */
static const double ACROSS = 0.35, ABOVE = 0.35;

/* ---------------------------------------------------------------- shapes of digits */

static int seen_before(tap *self, cairo_font_face_t *face, unsigned long index)
{
    for (long i = 0; i < self->seen_count; i++)
        if (self->seen[i].face == face && self->seen[i].index == index) return 1;
    self->seen = with_room(self->seen, self->seen_count, &self->seen_room, sizeof(seen_glyph));
    self->seen[self->seen_count++] = (seen_glyph){cairo_font_face_reference(face), index};
    return 0;
}

static void note_shape(tap *self, cairo_t *cr, uint32_t character, const cairo_glyph_t *glyph)
{
    cairo_font_face_t *face = cairo_get_font_face(cr);
    if (cairo_font_face_get_type(face) == CAIRO_FONT_TYPE_USER || has_no_shapes(cr)) return;
    if (seen_before(self, face, glyph->index)) return;
    int outlines = 0;
    cairo_new_path(cr);
    cairo_glyph_path(cr, glyph, 1);
    cairo_path_t *path = cairo_copy_path(cr);
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        /* cairo ends each outline with a close and opens the next with a move */
        if (path->data[i].header.type == CAIRO_PATH_CLOSE_PATH) outlines++;
    }
    cairo_path_destroy(path);
    cairo_new_path(cr);
    self->shapes = with_room(self->shapes, self->shape_count, &self->shape_room, sizeof(tap_shape));
    self->shapes[self->shape_count++] = (tap_shape){character, outlines};
}

/* ---------------------------------------------------------------- places */

directions directions_of(cairo_t *cr)
{
    cairo_matrix_t font;
    cairo_get_font_matrix(cr, &font);
    /* y grows downwards in cairo's fonts */
    directions d = {font.xx, font.yx, -font.xy, -font.yy};
    cairo_user_to_device_distance(cr, &d.along_x, &d.along_y);
    cairo_user_to_device_distance(cr, &d.up_x, &d.up_y);
    return d;
}

/* The baseline runs along neither axis, as that of watermarks. */
static int is_slanted(directions d)
{
    double x = fabs(d.along_x), y = fabs(d.along_y);
    return fmin(x, y) > SLANT * fmax(x, y);
}

/* The axis nearest to the baseline's direction. */
static int direction_of(directions d)
{
    if (fabs(d.along_x) >= fabs(d.along_y)) return d.along_x >= 0 ? 0 : 180;
    return d.along_y >= 0 ? 90 : 270;
}

static int contains(box b, double x, double y)
{
    return x >= b.x0 && x <= b.x1 && y >= b.y0 && y <= b.y1;
}

/* The middle of a glyph's ink: that of a full stop or a bracket is not the glyph's. */
static int is_ink_within(cairo_t *cr, const cairo_glyph_t *glyph, box clip)
{
    /* characters drawn by programs (Type 3) would be drawn for it, on the page that is listened to */
    if (cairo_font_face_get_type(cairo_get_font_face(cr)) == CAIRO_FONT_TYPE_USER) return 0;
    if (has_no_shapes(cr)) return 0;
    cairo_text_extents_t ink;
    cairo_glyph_extents(cr, glyph, 1, &ink);
    double x = glyph->x + ink.x_bearing + ink.width / 2;
    double y = glyph->y + ink.y_bearing + ink.height / 2;
    cairo_user_to_device(cr, &x, &y);
    return contains(clip, x, y);
}

/* Whether the middle of a glyph that begins at x, y is within the clip: sheets cut off what does not
 * fit their cells, but leave it in the text. Programs that clip close to the ink are rare, and to
 * look at the ink is slow. */
static int is_seen(
    cairo_t *cr, const cairo_glyph_t *glyph, double x, double y, directions d, box clip)
{
    x += ACROSS * d.along_x + ABOVE * d.up_x;
    y += ACROSS * d.along_y + ABOVE * d.up_y;
    return contains(clip, x, y) || is_ink_within(cr, glyph, clip);
}

static void add_origin(tap_origin **all, long *count, long *room, tap_origin origin)
{
    *all = with_room(*all, *count, room, sizeof(tap_origin));
    (*all)[(*count)++] = origin;
}

void note_glyphs(
    tap *self, cairo_t *cr, const cairo_glyph_t *glyphs, int count, const uint32_t *characters)
{
    directions d = directions_of(cr);
    box clip = clip_box(cr);
    int16_t slanted = (int16_t)is_slanted(d), direction = (int16_t)direction_of(d);
    for (int i = 0; i < count; i++) {
        double x = glyphs[i].x, y = glyphs[i].y;
        cairo_user_to_device(cr, &x, &y);
        int seen = is_seen(cr, &glyphs[i], x, y, d, clip);
        /* a glyph without measure may begin anywhere */
        x = fmin(fmax(x, -FARTHEST), FARTHEST), y = fmin(fmax(y, -FARTHEST), FARTHEST);
        tap_origin origin = {
            x / self->scale, y / self->scale, characters ? characters[i] : 0, slanted, direction};
        if (seen)
            add_origin(&self->origins, &self->origin_count, &self->origin_room, origin);
        else
            add_origin(&self->clipped, &self->clipped_count, &self->clipped_room, origin);
    }
}

/* The first character of a cluster's UTF-8. */
static uint32_t first_character(const unsigned char *utf8, int bytes)
{
    if (bytes < 1) return 0;
    int more = utf8[0] < 0xC0 ? 0 : utf8[0] < 0xE0 ? 1 : utf8[0] < 0xF0 ? 2 : 3;
    if (more >= bytes) return 0;
    uint32_t value = more == 0 ? utf8[0] : utf8[0] & (0x3F >> more);
    for (int i = 1; i <= more; i++) value = value << 6 | (utf8[i] & 0x3F);
    return value;
}

/* With text at hand, the digits' shapes are looked at too. */
void note_text(
    tap *self, cairo_t *cr, const char *utf8, int bytes, const cairo_glyph_t *glyphs,
    int glyph_count, const cairo_text_cluster_t *clusters, int cluster_count)
{
    uint32_t *characters = calloc((size_t)glyph_count + 1, sizeof(uint32_t));
    if (!characters) abort();
    for (int i = 0, byte = 0, glyph = 0; i < cluster_count; i++) {
        int known = byte + clusters[i].num_bytes <= bytes;
        if (known && clusters[i].num_glyphs == 1 && glyph < glyph_count)
            characters[glyph] =
                first_character((const unsigned char *)utf8 + byte, clusters[i].num_bytes);
        byte += clusters[i].num_bytes;
        glyph += clusters[i].num_glyphs;
    }
    note_glyphs(self, cr, glyphs, glyph_count, characters);
    for (int i = 0; i < glyph_count; i++)
        if (characters[i] >= '0' && characters[i] <= '9')
            note_shape(self, cr, characters[i], &glyphs[i]);
    free(characters);
}

/* ---------------------------------------------------------------- outlines as paths */

/* Noted as if painted, and taken back when they are not: text that only clips is not seen. */
void note_outlines(tap *self, cairo_t *cr, const cairo_glyph_t *glyphs, int count)
{
    long before = self->origin_count;
    note_glyphs(self, cr, glyphs, count, NULL);
    self->outline_origins += self->origin_count - before;
    self->is_outline = 1;
}

void end_outlines(tap *self, int painted)
{
    if (!painted) self->origin_count -= self->outline_origins;
    self->outline_origins = 0;
    self->is_outline = 0;
}

/* ---------------------------------------------------------------- fonts of this machine */

/* Fontconfig is there with cairo; it is asked without its headers. */
int tap_has_fonts(void)
{
    struct fonts {
        int count;
    };
    int (*init)(void) = (int (*)(void))dlsym(RTLD_DEFAULT, "FcInit");
    struct fonts *(*fonts_of)(void *, int) =
        (struct fonts * (*)(void *, int)) dlsym(RTLD_DEFAULT, "FcConfigGetFonts");
    if (!init || !fonts_of || !init()) return 1;
    struct fonts *system = fonts_of(NULL, 0);
    return system && system->count > 0;
}
