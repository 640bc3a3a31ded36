#define _GNU_SOURCE
#include "drawing_tap.h"

#include <cairo.h>
#include <dlfcn.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Two coordinates of one side of a rectangle may differ by this much (points). */
static const double STRAIGHT = 0.3;

/* A baseline that rises by more than this share of its run is slanted. */
static const double SLANT = 0.03;

struct seen_glyph {
    cairo_font_face_t *face;
    unsigned long index;
};

struct tap {
    double scale;
    tap_mark *marks;
    long mark_count, mark_room;
    tap_shape *shapes;
    long shape_count, shape_room;
    tap_origin *origins;
    long origin_count, origin_room;
    struct seen_glyph *seen;
    long seen_count, seen_room;
    long calls;
    int text_path; /* the path under way holds outlines of characters */
};

static tap *current = NULL;

/* ---------------------------------------------------------------- the tap */

/* A larger block when `count` has reached `room`; NULL-safe; ends the process when memory is
 * out, as GLib and Poppler do. */
static void *with_room(void *block, long count, long *room, size_t size)
{
    if (count < *room) return block;
    *room = *room ? *room * 2 : 256;
    block = realloc(block, (size_t)*room * size);
    if (!block) abort();
    return block;
}

tap *tap_create(double scale)
{
    tap *self = calloc(1, sizeof(tap));
    if (!self) abort();
    self->scale = scale;
    return self;
}

void tap_destroy(tap *self)
{
    for (long i = 0; i < self->seen_count; i++) cairo_font_face_destroy(self->seen[i].face);
    free(self->seen);
    free(self->marks);
    free(self->shapes);
    free(self->origins);
    free(self);
}

void tap_open(tap *self)
{
    self->mark_count = 0;
    self->origin_count = 0;
    self->calls = 0;
    current = self;
}

void tap_close(tap *self)
{
    if (current == self) current = NULL;
}

const tap_mark *tap_marks(const tap *self, long *count)
{
    *count = self->mark_count;
    return self->marks;
}

const tap_shape *tap_shapes(const tap *self, long *count)
{
    *count = self->shape_count;
    return self->shapes;
}

const tap_origin *tap_origins(const tap *self, long *count)
{
    *count = self->origin_count;
    return self->origins;
}

long tap_calls(const tap *self) { return self->calls; }

/* ---------------------------------------------------------------- noting */

typedef struct {
    double x0, y0, x1, y1;
} box;

static box clip_box(cairo_t *cr)
{
    double x[2], y[2];
    cairo_clip_extents(cr, &x[0], &y[0], &x[1], &y[1]);
    box b = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (int i = 0; i < 4; i++) {
        double u = x[i & 1], v = y[i >> 1];
        cairo_user_to_device(cr, &u, &v);
        b.x0 = fmin(b.x0, u), b.x1 = fmax(b.x1, u);
        b.y0 = fmin(b.y0, v), b.y1 = fmax(b.y1, v);
    }
    return b;
}

static void add_mark(tap *self, tap_mark mark)
{
    self->marks = with_room(self->marks, self->mark_count, &self->mark_room, sizeof(tap_mark));
    self->marks[self->mark_count++] = mark;
}

/* The mark cut to the clip, in points; nothing when the clip hides it. `spare` keeps a line
 * that runs along the clip's very edge. */
static void note(tap *self, tap_mark mark, box clip, double spare)
{
    double s = self->scale;
    spare *= s;
    double x0 = fmin(mark.x0, mark.x1), x1 = fmax(mark.x0, mark.x1);
    double y0 = fmin(mark.y0, mark.y1), y1 = fmax(mark.y0, mark.y1);
    if (x1 < clip.x0 - spare || x0 > clip.x1 + spare || y1 < clip.y0 - spare || y0 > clip.y1 + spare)
        return;
    if (mark.kind == TAP_BOX || x1 - x0 < STRAIGHT * s || y1 - y0 < STRAIGHT * s) {
        mark.x0 = fmax(x0, clip.x0 - spare), mark.x1 = fmin(x1, clip.x1 + spare);
        mark.y0 = fmax(y0, clip.y0 - spare), mark.y1 = fmin(y1, clip.y1 + spare);
    }
    mark.x0 /= s, mark.x1 /= s, mark.y0 /= s, mark.y1 /= s, mark.width /= s;
    add_mark(self, mark);
}

static void set_colour(cairo_t *cr, tap_mark *mark)
{
    double r = 0, g = 0, b = 0, a = 1;
    cairo_pattern_get_rgba(cairo_get_source(cr), &r, &g, &b, &a);
    mark->red = (uint8_t)lround(r * 255), mark->green = (uint8_t)lround(g * 255);
    mark->blue = (uint8_t)lround(b * 255), mark->alpha = (uint8_t)lround(a * 255);
}

/* A closed outline of four sides along the axes gives its box. */
static int is_box(const box *points, int count, double tolerance, tap_mark *mark)
{
    if (count < 4 || count > 6) return 0;
    double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;
    for (int i = 0; i < count; i++) {
        x0 = fmin(x0, points[i].x0), x1 = fmax(x1, points[i].x0);
        y0 = fmin(y0, points[i].y0), y1 = fmax(y1, points[i].y0);
    }
    for (int i = 0; i < count; i++) {
        double x = points[i].x0, y = points[i].y0;
        if (fmin(x - x0, x1 - x) > tolerance || fmin(y - y0, y1 - y) > tolerance) return 0;
    }
    mark->x0 = x0, mark->y0 = y0, mark->x1 = x1, mark->y1 = y1;
    return 1;
}

/* Notes the current path: its boxes when filled, its straight segments when stroked. */
static void note_path(cairo_t *cr, int filled)
{
    tap *self = current;
    self->calls++;
    if (self->text_path) { /* bold made by stroking the outlines: no ruling */
        self->text_path = 0;
        return;
    }
    tap_mark mark = {0};
    set_colour(cr, &mark);
    mark.kind = filled ? TAP_BOX : TAP_LINE;
    if (!filled) {
        double dx = cairo_get_line_width(cr), dy = 0;
        cairo_user_to_device_distance(cr, &dx, &dy);
        mark.width = hypot(dx, dy);
    }
    box clip = clip_box(cr);
    box points[8];
    int count = 0, curved = 0;
    double sx = 0, sy = 0, x = 0, y = 0;
    cairo_path_t *path = cairo_copy_path(cr);
    for (int i = 0;; i += path->data[i].header.length) {
        int end = i >= path->num_data;
        cairo_path_data_type_t type = end ? CAIRO_PATH_MOVE_TO : path->data[i].header.type;
        if (type == CAIRO_PATH_MOVE_TO) {
            if (filled && !curved && is_box(points, count, STRAIGHT * self->scale, &mark))
                note(self, mark, clip, 0);
            count = curved = 0;
            if (end) break;
        }
        if (type == CAIRO_PATH_CURVE_TO) {
            curved = 1;
            x = path->data[i + 3].point.x, y = path->data[i + 3].point.y;
            cairo_user_to_device(cr, &x, &y);
            continue;
        }
        double u = sx, v = sy;
        if (type != CAIRO_PATH_CLOSE_PATH) {
            u = path->data[i + 1].point.x, v = path->data[i + 1].point.y;
            cairo_user_to_device(cr, &u, &v);
        }
        if (type == CAIRO_PATH_MOVE_TO) {
            sx = u, sy = v;
        } else if (!filled) {
            mark.x0 = x, mark.y0 = y, mark.x1 = u, mark.y1 = v;
            note(self, mark, clip, 1.0);
        }
        if (count < 8) points[count++] = (box){u, v, u, v};
        x = u, y = v;
    }
    cairo_path_destroy(path);
}

/* ---------------------------------------------------------------- digits and their shapes */

static int seen_before(tap *self, cairo_font_face_t *face, unsigned long index)
{
    for (long i = 0; i < self->seen_count; i++)
        if (self->seen[i].face == face && self->seen[i].index == index) return 1;
    self->seen = with_room(self->seen, self->seen_count, &self->seen_room, sizeof(struct seen_glyph));
    self->seen[self->seen_count++] =
        (struct seen_glyph){cairo_font_face_reference(face), index};
    return 0;
}

static void note_shape(tap *self, cairo_t *cr, uint32_t character, const cairo_glyph_t *glyph)
{
    cairo_font_face_t *face = cairo_get_font_face(cr);
    if (cairo_font_face_get_type(face) == CAIRO_FONT_TYPE_USER) return;
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
    self->text_path = 0;
    self->shapes = with_room(self->shapes, self->shape_count, &self->shape_room, sizeof(tap_shape));
    self->shapes[self->shape_count++] = (tap_shape){character, outlines};
}

/* Notes where glyphs are painted; `characters` says which, where that is known. */
static void note_glyphs(
    tap *self, cairo_t *cr, const cairo_glyph_t *glyphs, int count, const uint32_t *characters)
{
    self->calls++;
    /* where the baseline runs: along an axis, or slanting as watermarks do */
    cairo_matrix_t font;
    cairo_get_font_matrix(cr, &font);
    double dx = font.xx, dy = font.yx;
    cairo_user_to_device_distance(cr, &dx, &dy);
    int slanted = fmin(fabs(dx), fabs(dy)) > SLANT * fmax(fabs(dx), fabs(dy));
    for (int i = 0; i < count; i++) {
        double x = glyphs[i].x, y = glyphs[i].y;
        cairo_user_to_device(cr, &x, &y);
        self->origins =
            with_room(self->origins, self->origin_count, &self->origin_room, sizeof(tap_origin));
        self->origins[self->origin_count++] = (tap_origin){
            x / self->scale, y / self->scale, characters ? characters[i] : 0, slanted};
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

/* ---------------------------------------------------------------- cairo's calls, heard */

/* Defines `name` so that it calls `heard` while a tap is open and cairo's own otherwise. */
#define TAPPED(name, parameters, arguments, heard)                                 \
    void name parameters                                                           \
    {                                                                              \
        static void(*real) parameters = NULL;                                      \
        if (current) {                                                             \
            heard;                                                                 \
            return;                                                                \
        }                                                                          \
        if (!real) real = (void(*) parameters)dlsym(RTLD_NEXT, #name);             \
        real arguments;                                                            \
    }

TAPPED(cairo_fill, (cairo_t *cr), (cr), note_path(cr, 1); cairo_new_path(cr))
TAPPED(cairo_fill_preserve, (cairo_t *cr), (cr), note_path(cr, 1))
TAPPED(cairo_stroke, (cairo_t *cr), (cr), note_path(cr, 0); cairo_new_path(cr))
TAPPED(cairo_stroke_preserve, (cairo_t *cr), (cr), note_path(cr, 0))
TAPPED(cairo_paint, (cairo_t *cr), (cr), current->calls++)
TAPPED(cairo_paint_with_alpha, (cairo_t *cr, double alpha), (cr, alpha), current->calls++)
TAPPED(cairo_mask, (cairo_t *cr, cairo_pattern_t *pattern), (cr, pattern), current->calls++)
TAPPED(cairo_show_glyphs, (cairo_t *cr, const cairo_glyph_t *glyphs, int count),
       (cr, glyphs, count), note_glyphs(current, cr, glyphs, count, NULL))

/* Not painting: only noted, and done. */
void cairo_glyph_path(cairo_t *cr, const cairo_glyph_t *glyphs, int count)
{
    static void (*real)(cairo_t *, const cairo_glyph_t *, int) = NULL;
    if (!real) real = (void (*)(cairo_t *, const cairo_glyph_t *, int))dlsym(RTLD_NEXT, "cairo_glyph_path");
    if (current) current->text_path = 1;
    real(cr, glyphs, count);
}

/* With text at hand, the digits' shapes are looked at too. */
static void hear_text_glyphs(
    cairo_t *cr, const char *utf8, int bytes, const cairo_glyph_t *glyphs, int glyph_count,
    const cairo_text_cluster_t *clusters, int cluster_count)
{
    tap *self = current;
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

TAPPED(cairo_show_text_glyphs,
       (cairo_t *cr, const char *utf8, int bytes, const cairo_glyph_t *glyphs, int glyph_count,
        const cairo_text_cluster_t *clusters, int cluster_count, cairo_text_cluster_flags_t flags),
       (cr, utf8, bytes, glyphs, glyph_count, clusters, cluster_count, flags),
       hear_text_glyphs(cr, utf8, bytes, glyphs, glyph_count, clusters, cluster_count))
