/* The drawing tap under sanitizers: what PDFSource does with a document, in C alone.
 *
 *   make sanitize    each PDF at hand, once
 *   make fuzz-tap    PDFs that libFuzzer makes of them, steered by the tap's own branches
 *
 * Only this project's code is instrumented: Poppler and cairo are the system's.
 */
#include <poppler.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "drawing_tap.h"

enum { MOST_PAGES = 8, SCALE = 4 };
/* points; Poppler needs minutes for what is drawn on larger ones */
static const double LARGEST = 3000;

static volatile double sum;

/* Every value that the tap gives out is read. */
static void look(const tap *ear)
{
    long count;
    const tap_mark *marks = tap_marks(ear, &count);
    for (long i = 0; i < count; i++) sum += marks[i].x0 + marks[i].y1 + marks[i].width + marks[i].alpha;
    const tap_shape *shapes = tap_shapes(ear, &count);
    for (long i = 0; i < count; i++) sum += shapes[i].outlines + shapes[i].character;
    const tap_origin *origins = tap_origins(ear, &count);
    for (long i = 0; i < count; i++) sum += origins[i].x + origins[i].direction;
    origins = tap_clipped(ear, &count);
    for (long i = 0; i < count; i++) sum += origins[i].y + origins[i].character;
    const tap_character *crowd = tap_crowd(ear, &count);
    for (long i = 0; i < count; i++) sum += crowd[i].x1 + crowd[i].size + crowd[i].colour;
    sum += tap_curves(ear) + tap_rotation(ear) + tap_calls(ear);
}

static void listen_to(PopplerPage *page, tap *ear)
{
    double width, height;
    poppler_page_get_size(page, &width, &height);
    if (!(width > 0 && width < LARGEST && height > 0 && height < LARGEST)) return;
    cairo_rectangle_t extents = {0, 0, width * SCALE, height * SCALE};
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, SCALE, SCALE);
    tap_open(ear, SCALE);
    poppler_page_render(page, cr);
    tap_close(ear);
    look(ear);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

static void be_silent(const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer data)
{
    (void)domain, (void)level, (void)message, (void)data;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_log_set_default_handler(be_silent, NULL);
    GBytes *bytes = g_bytes_new(data, size);
    PopplerDocument *document = poppler_document_new_from_bytes(bytes, NULL, NULL);
    if (document) {
        tap_ignore_profiles(1);
        tap *ear = tap_create();
        int pages = poppler_document_get_n_pages(document);
        for (int i = 0; i < pages && i < MOST_PAGES; i++) {
            PopplerPage *page = poppler_document_get_page(document, i);
            if (!page) continue;
            listen_to(page, ear);
            g_object_unref(page);
        }
        tap_destroy(ear);
        tap_ignore_profiles(0);
        g_object_unref(document);
    }
    g_bytes_unref(bytes);
    return 0;
}
