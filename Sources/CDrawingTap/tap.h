/* What the files of this target share; not part of its interface. */
#ifndef TAP_H
#define TAP_H

#include <cairo.h>
#include <stddef.h>

#include "drawing_tap.h"

/* Two coordinates of one side of a rectangle may differ by this much (points). */
#define STRAIGHT 0.3

typedef struct {
    cairo_font_face_t *face;
    unsigned long index;
} seen_glyph;

typedef struct {
    double x0, y0, x1, y1;
} box;

/* A font's directions in device units: along the baseline and up from it, an em long. */
typedef struct {
    double along_x, along_y, up_x, up_y;
} directions;

struct tap {
    double scale;
    tap_mark *marks;
    long mark_count, mark_room;
    tap_shape *shapes;
    long shape_count, shape_room;
    tap_origin *origins;
    long origin_count, origin_room;
    tap_origin *clipped; /* the glyphs that the clip hides */
    long clipped_count, clipped_room;
    tap_character *characters; /* of the page's text, painted or not */
    long character_count, character_room;
    seen_glyph *seen;
    long seen_count, seen_room;
    long calls, curves;
    int rotation;             /* of the page, -1 while unknown */
    cairo_t *cr;              /* the page's own */
    cairo_surface_t *target;  /* the same; tiles of patterns have others */
    long outline_origins;     /* glyphs whose outlines are the path under way, not painted yet */
    int is_outline;           /* the path under way holds outlines of characters */
};

/* The open tap, if `cr` paints on its page. */
tap *tap_of(cairo_t *cr);
/* The open tap; NULL when none is. */
tap *tap_current(void);

/* A larger block when `count` has reached `room`. Ends the process when memory is out, as GLib
 * and Poppler do. */
void *with_room(void *block, long count, long *room, size_t size);

/* The clip in device units. */
box clip_box(cairo_t *cr);

/* limits.c */
/* Whether the font in force is broken, or would be by text of the size in force. */
int has_no_shapes(cairo_t *cr);
int is_invertible(const cairo_matrix_t *matrix);
int is_dash(const double *dashes, int count);
/* Looks after the face that comes into use, and at the one before: the face, NULL when it is broken. */
cairo_font_face_t *watch_face(cairo_font_face_t *face);

/* marks.c */
void note_page(tap *self, cairo_t *cr, const cairo_matrix_t *matrix);
void note_fill(tap *self, cairo_t *cr);
void note_stroke(tap *self, cairo_t *cr);
int note_picture(tap *self);
void note_mask(tap *self, cairo_t *cr, cairo_pattern_t *pattern);

/* glyphs.c */
/* Those of the font in force. */
directions directions_of(cairo_t *cr);
void note_glyphs(
    tap *self, cairo_t *cr, const cairo_glyph_t *glyphs, int count, const uint32_t *characters);
void note_text(
    tap *self, cairo_t *cr, const char *utf8, int bytes, const cairo_glyph_t *glyphs,
    int glyph_count, const cairo_text_cluster_t *clusters, int cluster_count);
void note_outlines(tap *self, cairo_t *cr, const cairo_glyph_t *glyphs, int count);
/* The outlines under way were painted, or dropped. */
void end_outlines(tap *self, int painted);

#endif
