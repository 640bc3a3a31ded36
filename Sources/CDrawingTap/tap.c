#include "tap.h"

#include <math.h>
#include <stdlib.h>

/* Each thread hears its own pages: other threads may read other documents meanwhile. */
static _Thread_local tap *current = NULL;

void *with_room(void *block, long count, long *room, size_t size)
{
    if (count < *room) return block;
    *room = *room ? *room * 2 : 256;
    block = realloc(block, (size_t)*room * size);
    if (!block) abort();
    return block;
}

tap *tap_create(void)
{
    tap *self = calloc(1, sizeof(tap));
    if (!self) abort();
    return self;
}

void tap_destroy(tap *self)
{
    for (long i = 0; i < self->seen_count; i++) cairo_font_face_destroy(self->seen[i].face);
    free(self->seen);
    free(self->marks);
    free(self->shapes);
    free(self->origins);
    free(self->clipped);
    free(self->characters);
    free(self);
}

void tap_open(tap *self, double scale)
{
    self->scale = scale;
    self->mark_count = self->origin_count = self->clipped_count = self->character_count = 0;
    self->calls = self->curves = 0;
    self->outline_origins = self->is_outline = 0;
    self->rotation = -1;
    self->cr = NULL;
    self->target = NULL;
    current = self;
}

void tap_close(tap *self)
{
    if (current == self) current = NULL;
}

tap *tap_current(void) { return current; }

tap *tap_of(cairo_t *cr)
{
    if (!current || (current->target && cairo_get_target(cr) != current->target)) return NULL;
    return current;
}

box clip_box(cairo_t *cr)
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

/* ---------------------------------------------------------------- what was noted */

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

const tap_origin *tap_clipped(const tap *self, long *count)
{
    *count = self->clipped_count;
    return self->clipped;
}

long tap_calls(const tap *self) { return self->calls; }
long tap_curves(const tap *self) { return self->curves; }
int tap_rotation(const tap *self) { return self->rotation; }
