/* CPU time a page of each way to get at a page's text and lines; see docs/decisions.md.
 *
 *   cc -O2 -ISources/CDrawingTap/include bench/passes.c Sources/CDrawingTap/*.c \
 *      $(pkg-config --cflags --libs poppler-glib) -lm -o .build/passes
 *   .build/passes samples/*.pdf
 *
 * Each pass opens the file anew, so that nothing is left over from the pass before; the median of
 * five rounds counts. Opening is in none of the figures.
 */
#include <poppler.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "drawing_tap.h"

enum { ROUNDS = 5 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

/* ---------------------------------------------------------------- the passes */

static void text(PopplerPage *page)
{
    PopplerRectangle *boxes = NULL;
    guint count;
    g_free(poppler_page_get_text(page));
    poppler_page_get_text_layout(page, &boxes, &count);
    g_free(boxes);
}

static void images(PopplerPage *page)
{
    poppler_page_free_image_mapping(poppler_page_get_image_mapping(page));
}

/* One pixel a point, as a search for dark runs would have it; the search itself is not counted. */
static void picture(PopplerPage *page)
{
    double width, height;
    poppler_page_get_size(page, &width, &height);
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width + 1, (int)height + 1);
    cairo_t *cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    poppler_page_render(page, cr);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

static tap *ear;

static void drawing(PopplerPage *page)
{
    double width, height;
    poppler_page_get_size(page, &width, &height);
    cairo_rectangle_t extents = {0, 0, width * 8, height * 8};
    cairo_surface_t *surface =
        cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, 8, 8);
    tap_open(ear);
    poppler_page_render(page, cr);
    tap_close(ear);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

/* ---------------------------------------------------------------- measuring */

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* Milliseconds a page; -1 when the file cannot be opened. */
static double measure(GBytes *bytes, void (*pass)(PopplerPage *), int *pages)
{
    double rounds[ROUNDS];
    for (int r = 0; r < ROUNDS; r++) {
        PopplerDocument *document = poppler_document_new_from_bytes(bytes, NULL, NULL);
        if (!document) return -1;
        *pages = poppler_document_get_n_pages(document);
        ear = tap_create(8);
        double start = now();
        for (int i = 0; i < *pages; i++) {
            PopplerPage *page = poppler_document_get_page(document, i);
            if (!page) continue;
            pass(page);
            g_object_unref(page);
        }
        rounds[r] = now() - start;
        tap_destroy(ear);
        g_object_unref(document);
    }
    qsort(rounds, ROUNDS, sizeof rounds[0], ascending);
    return *pages > 0 ? rounds[ROUNDS / 2] / *pages : -1;
}

int main(int count, char **files)
{
    void (*passes[])(PopplerPage *) = {text, images, picture, drawing};
    double sums[4] = {0};
    int all = 0;
    printf("%5s %8s %8s %8s %8s\n", "pages", "text", "images", "picture", "drawing");
    for (int f = 1; f < count; f++) {
        gchar *contents;
        gsize length;
        if (!g_file_get_contents(files[f], &contents, &length, NULL)) continue;
        GBytes *bytes = g_bytes_new_take(contents, length);
        int pages = 0;
        double times[4];
        for (int p = 0; p < 4; p++) times[p] = measure(bytes, passes[p], &pages);
        g_bytes_unref(bytes);
        const char *name = strrchr(files[f], '/');
        name = name ? name + 1 : files[f];
        if (times[0] < 0) {
            printf("    - %s: cannot be opened\n", name);
            continue;
        }
        printf("%5d %8.2f %8.2f %8.2f %8.2f  %s\n", pages, times[0], times[1], times[2], times[3],
               name);
        for (int p = 0; p < 4; p++) sums[p] += times[p] * pages;
        all += pages;
    }
    if (!all) return 1;
    printf("%5d %8.2f %8.2f %8.2f %8.2f  all\n", all, sums[0] / all, sums[1] / all, sums[2] / all,
           sums[3] / all);
    return 0;
}
