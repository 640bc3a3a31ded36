/* Listens to what Poppler draws.
 *
 * poppler-glib has no call for a page's vector paths, but it paints each page through cairo's
 * public API. The calls that paint (cairo_fill, cairo_stroke, cairo_show_text_glyphs, ...) are
 * defined again in this target; the dynamic linker takes these definitions first. While a tap
 * is open they note what would be painted and paint nothing; otherwise they call cairo's own.
 * See docs/decisions.md, "Rulings from the drawing calls", for the measurements behind this.
 *
 * One thread at a time, as with Poppler itself.
 */
#ifndef DRAWING_TAP_H
#define DRAWING_TAP_H

#include <stdint.h>

typedef enum {
    TAP_LINE = 0, /* a stroked straight segment */
    TAP_BOX = 1,  /* a filled rectangle with sides along the axes */
    TAP_PICTURE = 2, /* a picture's place; a thin one with its mean colour */
} tap_kind;

/* What was painted, in painting order; device coordinates divided by the tap's scale: points
 * from the page's top-left corner. Colours and alpha are 0...255. */
typedef struct {
    double x0, y0, x1, y1;
    double width; /* of a stroked line; 0 for a box */
    /* of a stroked line: the box of the outline that it is a side of */
    float outline_x0, outline_y0, outline_x1, outline_y1;
    uint8_t kind;
    uint8_t red, green, blue, alpha;
} tap_mark;

/* One digit as the page shows it: how many closed outlines its shape has. A "0" has two, an
 * "8" three, a "1" one; text that claims otherwise does not say what the page shows. */
typedef struct {
    uint32_t character;
    int32_t outlines;
} tap_shape;

/* Where a painted glyph begins on its baseline, in points; its character, 0 where unknown;
 * `slanted` when the baseline runs along neither axis; `direction` the axis that is nearest: 0 to
 * the right, 90 down, 180 to the left, 270 up. */
typedef struct {
    double x, y;
    uint32_t character;
    int16_t slanted, direction;
} tap_origin;

/* One character of a crowded page's text: its box and its font's size in points, its colour 0xRRGGBB. */
typedef struct {
    double x0, y0, x1, y1, size;
    uint32_t character, colour;
} tap_character;

typedef struct tap tap;

tap *tap_create(void);
void tap_destroy(tap *self);

/* From `open` to `close` painting is noted, not done, at `scale` device units a point. `open` forgets the marks of the page
 * before; the shapes of fonts already met stay known until `tap_destroy`. */
void tap_open(tap *self, double scale);
void tap_close(tap *self);

const tap_mark *tap_marks(const tap *self, long *count);
const tap_shape *tap_shapes(const tap *self, long *count);

/* The glyphs that the page really shows. */
const tap_origin *tap_origins(const tap *self, long *count);

/* Those that it sets where the clip, or the page's edge, hides them. */
const tap_origin *tap_clipped(const tap *self, long *count);

/* The characters of a crowded page's text, as they come; none for other pages. Poppler is not to be asked for
 * the text of such a page: its layout would take minutes, and it has only a part of them. */
const tap_character *tap_crowd(const tap *self, long *count);

/* How many filled outlines are neither boxes nor characters of a font: drawn letters, logos. */
long tap_curves(const tap *self);

/* The page's /Rotate: 0, 90, 180, 270; -1 when the page was not drawn. */
int tap_rotation(const tap *self);

/* While not 0, colour profiles (ICC) are not opened: nobody looks at these colours, and their
 * preparation takes longer than the page. */
void tap_ignore_profiles(int ignored);

/* While not 0, what is painted in earnest, with no tap open, is painted without its text. */
void tap_leave_out_text(int left_out);

/* Whether a font face was found in error since the process began. Poppler may keep it for all documents
 * of the process, and text set in it is not painted any more, in earnest. */
int tap_broke_a_face(void);

/* Whether this machine has any font at all. Without one, text whose font is not in the PDF is not
 * painted, though the page shows it to everybody else. */
int tap_has_fonts(void);

/* How often cairo was asked to paint anything since `open`: 0 on a page with content means
 * that this library's definitions are not the ones in use. */
long tap_calls(const tap *self);

#endif
