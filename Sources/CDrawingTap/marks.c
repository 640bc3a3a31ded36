/* Lines, boxes and pictures. */
#include <math.h>

#include "tap.h"

/* No ruling is as thick as this (points). */
static const double THICK = 8;

/* A filled outline thinner than this (points) is a bar. */
static const double BAR = 3.2;

void note_page(tap *self, cairo_t *cr, const cairo_matrix_t *matrix)
{
    self->cr = cr;
    self->target = cairo_get_target(cr);
    /* y grows downwards here and upwards in a PDF */
    if (fabs(matrix->xx) > fabs(matrix->xy))
        self->rotation = matrix->xx > 0 ? 0 : 180;
    else
        self->rotation = matrix->xy > 0 ? 90 : 270;
}

/* The mark cut to the clip, in points; nothing when the clip hides it. `spare` keeps a line
 * that runs along the clip's very edge. */
static void add_mark(tap *self, tap_mark mark, box clip, double spare)
{
    double s = self->scale;
    if (!isfinite(mark.x0 + mark.x1 + mark.y0 + mark.y1 + mark.width)) return;
    spare *= s;
    double x0 = fmin(mark.x0, mark.x1), x1 = fmax(mark.x0, mark.x1);
    double y0 = fmin(mark.y0, mark.y1), y1 = fmax(mark.y0, mark.y1);
    if (x1 < clip.x0 - spare || x0 > clip.x1 + spare || y1 < clip.y0 - spare || y0 > clip.y1 + spare)
        return;
    if (mark.kind != TAP_LINE || x1 - x0 < STRAIGHT * s || y1 - y0 < STRAIGHT * s) {
        mark.x0 = fmax(x0, clip.x0 - spare), mark.x1 = fmin(x1, clip.x1 + spare);
        mark.y0 = fmax(y0, clip.y0 - spare), mark.y1 = fmin(y1, clip.y1 + spare);
    }
    mark.x0 /= s, mark.x1 /= s, mark.y0 /= s, mark.y1 /= s, mark.width /= s;
    self->marks = with_room(self->marks, self->mark_count, &self->mark_room, sizeof(tap_mark));
    self->marks[self->mark_count++] = mark;
}

/* ---------------------------------------------------------------- colours */

/* The picture that a pattern paints; NULL for colours, shadings and groups. */
static cairo_surface_t *picture_of(cairo_pattern_t *pattern)
{
    cairo_surface_t *surface = NULL;
    if (cairo_pattern_get_surface(pattern, &surface) != CAIRO_STATUS_SUCCESS) return NULL;
    return cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE ? surface : NULL;
}

/* The mean colour of some of a picture's pixels. */
static void set_mean_colour(cairo_surface_t *picture, tap_mark *mark)
{
    enum { SIDE = 8 };
    int width = cairo_image_surface_get_width(picture);
    int height = cairo_image_surface_get_height(picture);
    int stride = cairo_image_surface_get_stride(picture);
    const unsigned char *data = cairo_image_surface_get_data(picture);
    cairo_format_t format = cairo_image_surface_get_format(picture);
    int has_alpha = format == CAIRO_FORMAT_ARGB32;
    if (!data || (!has_alpha && format != CAIRO_FORMAT_RGB24)) return;
    uint32_t sum[4] = {0}, count = 0;
    for (int j = 0; j < SIDE && j < height; j++)
        for (int i = 0; i < SIDE && i < width; i++, count++) {
            int x = (int)((long)i * width / SIDE), y = (int)((long)j * height / SIDE);
            if (width <= SIDE) x = i;
            if (height <= SIDE) y = j;
            uint32_t pixel = *(const uint32_t *)(const void *)(data + (long)y * stride + 4L * x);
            for (int c = 0; c < 3; c++) sum[c] += pixel >> (8 * c) & 0xFF;
            sum[3] += has_alpha ? pixel >> 24 : 0xFF;
        }
    if (!count) return;
    mark->blue = (uint8_t)(sum[0] / count), mark->green = (uint8_t)(sum[1] / count);
    mark->red = (uint8_t)(sum[2] / count), mark->alpha = (uint8_t)(sum[3] / count);
}

static void set_colour(cairo_t *cr, tap_mark *mark)
{
    double r = 0, g = 0, b = 0, a = 1;
    cairo_pattern_get_rgba(cairo_get_source(cr), &r, &g, &b, &a);
    mark->red = (uint8_t)lround(r * 255), mark->green = (uint8_t)lround(g * 255);
    mark->blue = (uint8_t)lround(b * 255), mark->alpha = (uint8_t)lround(a * 255);
}

/* ---------------------------------------------------------------- paths */

static const box NOTHING = {INFINITY, INFINITY, -INFINITY, -INFINITY};

static void widen(box *b, double x, double y)
{
    b->x0 = fmin(b->x0, x), b->x1 = fmax(b->x1, x);
    b->y0 = fmin(b->y0, y), b->y1 = fmax(b->y1, y);
}

/* The points of one outline, as far as a rectangle needs them. */
typedef struct {
    double x[8], y[8];
    int count;
    int is_curved;
} outline;

static void add_point(outline *o, double x, double y)
{
    if (o->count < 8) o->x[o->count] = x, o->y[o->count] = y, o->count++;
}

/* A closed outline of four sides along the axes gives its box. */
static int is_box(const outline *o, double scale, tap_mark *mark)
{
    double tolerance = STRAIGHT * scale;
    if (o->is_curved || o->count < 4 || o->count > 6) return 0;
    box b = NOTHING;
    for (int i = 0; i < o->count; i++) widen(&b, o->x[i], o->y[i]);
    /* the ends of a thin bar may be cut at an angle, where borders meet */
    if (fmin(b.x1 - b.x0, b.y1 - b.y0) <= BAR * scale) tolerance = BAR * scale;
    for (int i = 0; i < o->count; i++)
        if (fmin(o->x[i] - b.x0, b.x1 - o->x[i]) > tolerance ||
            fmin(o->y[i] - b.y0, b.y1 - o->y[i]) > tolerance)
            return 0;
    mark->x0 = b.x0, mark->y0 = b.y0, mark->x1 = b.x1, mark->y1 = b.y1;
    return 1;
}

/* A box filled around another that it leaves bare is a frame of four lines: cells drawn each
 * with a border of its own. Notes the lines and returns 1; 0 where the two are no thin frame. */
static int add_frame(tap *self, tap_mark outer, tap_mark inner, box clip)
{
    if (outer.x1 - outer.x0 < inner.x1 - inner.x0) {
        tap_mark swap = outer;
        outer = inner, inner = swap;
    }
    double sides[4] = {inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1,
                       outer.y1 - inner.y1};
    for (int i = 0; i < 4; i++)
        if (sides[i] < 0 || sides[i] > THICK * self->scale) return 0;
    tap_mark lines[4] = {outer, outer, outer, outer};
    lines[0].x1 = inner.x0, lines[1].y1 = inner.y0;
    lines[2].x0 = inner.x1, lines[3].y0 = inner.y1;
    for (int i = 0; i < 4; i++)
        if (sides[i] > 0) add_mark(self, lines[i], clip, 0);
    return 1;
}

/* One outline of a filled path is complete. `last` is the path's box before it, empty for none. */
static void end_filled(tap *self, outline *o, tap_mark *mark, tap_mark *last, box clip)
{
    if (is_box(o, self->scale, mark)) {
        int is_frame = last->x1 > last->x0 && add_frame(self, *last, *mark, clip);
        if (!is_frame) add_mark(self, *mark, clip, 0);
        *last = *mark;
    } else if (o->count > 2) {
        self->curves++;
    }
    o->count = o->is_curved = 0;
}

/* One outline of a stroked path is complete: its sides are the marks from the `first` on. */
static void end_stroked(tap *self, long first, const box *extent)
{
    for (long i = first; i < self->mark_count; i++) {
        tap_mark *side = &self->marks[i];
        side->outline_x0 = (float)(extent->x0 / self->scale);
        side->outline_y0 = (float)(extent->y0 / self->scale);
        side->outline_x1 = (float)(extent->x1 / self->scale);
        side->outline_y1 = (float)(extent->y1 / self->scale);
    }
}

/* Notes the current path: its boxes when filled, its straight segments when stroked. */
static void note_path(tap *self, cairo_t *cr, tap_mark mark)
{
    int filled = mark.kind != TAP_LINE;
    box clip = clip_box(cr);
    outline o = {.count = 0};
    tap_mark last = {0};
    long first = self->mark_count;
    box extent = NOTHING;
    double start_x = 0, start_y = 0, x = 0, y = 0;
    cairo_path_t *path = cairo_copy_path(cr);
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        const cairo_path_data_t *data = &path->data[i];
        cairo_path_data_type_t type = data->header.type;
        double u = start_x, v = start_y;
        if (type != CAIRO_PATH_CLOSE_PATH) {
            u = data[data->header.length - 1].point.x, v = data[data->header.length - 1].point.y;
            cairo_user_to_device(cr, &u, &v);
        }
        if (type == CAIRO_PATH_MOVE_TO) {
            if (filled)
                end_filled(self, &o, &mark, &last, clip);
            else
                end_stroked(self, first, &extent), first = self->mark_count, extent = NOTHING;
            start_x = u, start_y = v;
        } else if (type == CAIRO_PATH_CURVE_TO) {
            o.is_curved = 1;
        } else if (!filled) {
            mark.x0 = x, mark.y0 = y, mark.x1 = u, mark.y1 = v;
            add_mark(self, mark, clip, 1.0);
        }
        add_point(&o, u, v);
        widen(&extent, u, v);
        x = u, y = v;
    }
    if (filled)
        end_filled(self, &o, &mark, &last, clip);
    else
        end_stroked(self, first, &extent);
    cairo_path_destroy(path);
}

void note_fill(tap *self, cairo_t *cr)
{
    if (self->is_outline) {
        end_outlines(self, 1);
        return;
    }
    tap_mark mark = {.kind = TAP_BOX};
    set_colour(cr, &mark);
    cairo_surface_t *picture = picture_of(cairo_get_source(cr));
    if (picture) {
        mark.kind = TAP_PICTURE;
        set_mean_colour(picture, &mark);
    }
    note_path(self, cr, mark);
}

void note_stroke(tap *self, cairo_t *cr)
{
    if (self->is_outline) { /* characters drawn as outlines, or made bold: no rulings */
        end_outlines(self, 1);
        return;
    }
    tap_mark mark = {.kind = TAP_LINE};
    set_colour(cr, &mark);
    double dx = cairo_get_line_width(cr), dy = 0;
    cairo_user_to_device_distance(cr, &dx, &dy);
    mark.width = hypot(dx, dy);
    note_path(self, cr, mark);
}

/* A picture fills the unit square of the coordinates in force. Notes where that is, unless it is
 * thin, and says whether it did. */
int note_picture(tap *self)
{
    if (!self->cr) return 0;
    box place = NOTHING;
    for (int i = 0; i < 4; i++) {
        double x = i & 1, y = i >> 1;
        cairo_user_to_device(self->cr, &x, &y);
        widen(&place, x, y);
    }
    if (fmin(place.x1 - place.x0, place.y1 - place.y0) < THICK * self->scale) return 0;
    tap_mark mark = {place.x0, place.y0, place.x1, place.y1, .kind = TAP_PICTURE, .alpha = 255};
    add_mark(self, mark, clip_box(self->cr), 0);
    self->calls++;
    return 1;
}

/* Poppler cuts the clip to a picture's place before it paints it through its mask. */
void note_mask(tap *self, cairo_t *cr, cairo_pattern_t *pattern)
{
    cairo_surface_t *picture = picture_of(cairo_get_source(cr));
    if (!picture && !picture_of(pattern)) return;
    box clip = clip_box(cr);
    tap_mark mark = {clip.x0, clip.y0, clip.x1, clip.y1, .kind = TAP_PICTURE};
    set_colour(cr, &mark);
    if (picture) set_mean_colour(picture, &mark);
    add_mark(self, mark, clip, 0);
}
