/* The text of crowded pages.
 *
 * Poppler lays the characters of a page out before anybody asks for them, and compares each block of text with
 * each other: 64,000 characters take 20 seconds. Above so many the page's characters are kept here as they come,
 * and Poppler is spared them. Its calls for a character and for the layout are C++, told apart by their parameters:
 * where another version has others, nothing is heard here, and all is as if this were not there. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <math.h>

#include "tap.h"

/* A page of A4 holds as many in the smallest print that is read; reports have up to 5,000. */
static const long CROWD = 15000;

/* Where a character's box begins and ends, from its baseline up (shares of an em). */
static const double FALL = -0.2, RISE = 0.8;

static int is_crowded(const tap *self) { return self->character_count >= CROWD; }

static void widen(tap_character *box, double x, double y)
{
    box->x0 = fmin(box->x0, x), box->x1 = fmax(box->x1, x);
    box->y0 = fmin(box->y0, y), box->y1 = fmax(box->y1, y);
}

/* `x`, `y` begin its baseline, `dx`, `dy` go along it, in the coordinates in force. */
static void note_character(tap *self, double x, double y, double dx, double dy, uint32_t character)
{
    cairo_t *cr = self->cr;
    directions d = directions_of(cr);
    double s = self->scale, r = 0, g = 0, b = 0, a = 1;
    cairo_user_to_device(cr, &x, &y);
    cairo_user_to_device_distance(cr, &dx, &dy);
    cairo_pattern_get_rgba(cairo_get_source(cr), &r, &g, &b, &a);
    tap_character box = {INFINITY, INFINITY, -INFINITY, -INFINITY, hypot(d.up_x, d.up_y) / s, character,
                         (uint32_t)lround(r * 255) << 16 | (uint32_t)lround(g * 255) << 8 |
                             (uint32_t)lround(b * 255)};
    for (int end = 0; end <= 1; end++) {
        widen(&box, (x + end * dx + FALL * d.up_x) / s, (y + end * dy + FALL * d.up_y) / s);
        widen(&box, (x + end * dx + RISE * d.up_x) / s, (y + end * dy + RISE * d.up_y) / s);
    }
    self->characters = with_room(self->characters, self->character_count, &self->character_room,
                                 sizeof(tap_character));
    self->characters[self->character_count++] = box;
}

const tap_character *tap_crowd(const tap *self, long *count)
{
    *count = is_crowded(self) ? self->character_count : 0;
    return self->characters;
}

/* ---------------------------------------------------------------- Poppler's calls */

/* ActualText::addChar(const GfxState *, double, double, double, double, CharCode, int, const Unicode *, int) */
void heard_character(void *text, const void *state, double x, double y, double dx, double dy, unsigned code,
                     int bytes, const unsigned *characters, int count)
    __asm__("_ZN10ActualText7addCharEPK8GfxStateddddjiPKji");

void heard_character(void *text, const void *state, double x, double y, double dx, double dy, unsigned code,
                     int bytes, const unsigned *characters, int count)
{
    static __typeof__(&heard_character) real = NULL;
    if (!real)
        real = (__typeof__(real))dlsym(RTLD_NEXT, "_ZN10ActualText7addCharEPK8GfxStateddddjiPKji");
    tap *self = tap_current();
    if (self && self->cr) {
        for (int i = 0; i < count; i++)
            note_character(self, x + dx * i / count, y + dy * i / count, dx / count, dy / count,
                           characters[i]);
        if (is_crowded(self)) return;
    }
    real(text, state, x, y, dx, dy, code, bytes, characters, count);
}

/* TextPage::coalesce(bool, double, bool) */
void heard_layout(void *text, _Bool physical, double pitch, _Bool html)
    __asm__("_ZN8TextPage8coalesceEbdb");

void heard_layout(void *text, _Bool physical, double pitch, _Bool html)
{
    static __typeof__(&heard_layout) real = NULL;
    if (!real) real = (__typeof__(real))dlsym(RTLD_NEXT, "_ZN8TextPage8coalesceEbdb");
    tap *self = tap_current();
    if (!self || !is_crowded(self)) real(text, physical, pitch, html);
}
