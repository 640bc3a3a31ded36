/* CPU time a page of the ways to get at a page's text and lines; see docs/decisions.md.
 *
 *   make passes
 *
 *   text     the text with its boxes, nothing else
 *   picture  the page painted at 72 dots an inch, then its text
 *   scan     the search of that picture for dark runs, as a finder of rulings would begin
 *   tap      the page drawn with the tap open, then its text
 *   plain    the same, colour profiles left out: what juesuan does
 *
 * Poppler gathers the text while it draws for the screen. Each pass opens the file anew, so that
 * nothing is left over from the one before; the median of five rounds counts. Opening is in none
 * of the figures.
 */
#include <poppler.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "drawing_tap.h"

enum { ROUNDS = 5, PASSES = 5, SCALE = 4, DARK = 225, SHORTEST_RUN = 8 };

static const char *const names[PASSES] = {"text", "picture", "scan", "tap", "plain"};

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

static cairo_surface_t *painted(PopplerPage *page)
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
    return surface;
}

/* How many dark runs there are along one axis: `count` lines of `length` pixels. */
static long runs(const unsigned char *data, int count, int length, long across, long along)
{
    long found = 0;
    for (int i = 0; i < count; i++) {
        const unsigned char *pixel = data + i * across;
        int run = 0;
        for (int j = 0; j < length; j++, pixel += along) {
            if (pixel[0] < DARK && pixel[1] < DARK && pixel[2] < DARK)
                run++;
            else
                found += run >= SHORTEST_RUN, run = 0;
        }
        found += run >= SHORTEST_RUN;
    }
    return found;
}

static volatile long runs_found;
static double scan_time;

static void picture(PopplerPage *page)
{
    cairo_surface_t *surface = painted(page);
    double start = now();
    cairo_surface_flush(surface);
    const unsigned char *data = cairo_image_surface_get_data(surface);
    int width = cairo_image_surface_get_width(surface);
    int height = cairo_image_surface_get_height(surface);
    int stride = cairo_image_surface_get_stride(surface);
    runs_found = runs(data, height, width, stride, 4) + runs(data, width, height, 4, stride);
    scan_time += now() - start;
    cairo_surface_destroy(surface);
    text(page);
}

static tap *ear;

static void drawing(PopplerPage *page)
{
    double width, height;
    poppler_page_get_size(page, &width, &height);
    cairo_rectangle_t extents = {0, 0, width * SCALE, height * SCALE};
    cairo_surface_t *surface =
        cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, SCALE, SCALE);
    tap_open(ear, SCALE);
    poppler_page_render(page, cr);
    tap_close(ear);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    text(page);
}

/* ---------------------------------------------------------------- measuring */

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double median(double *rounds)
{
    qsort(rounds, ROUNDS, sizeof rounds[0], ascending);
    return rounds[ROUNDS / 2];
}

/* One round of a pass over all pages: milliseconds; -1 when the file cannot be opened. */
static double round_of(GBytes *bytes, void (*pass)(PopplerPage *), int *pages)
{
    PopplerDocument *document = poppler_document_new_from_bytes(bytes, NULL, NULL);
    if (!document) return -1;
    *pages = poppler_document_get_n_pages(document);
    ear = tap_create();
    scan_time = 0;
    double start = now();
    for (int i = 0; i < *pages; i++) {
        PopplerPage *page = poppler_document_get_page(document, i);
        if (!page) continue;
        pass(page);
        g_object_unref(page);
    }
    double time = now() - start;
    tap_destroy(ear);
    g_object_unref(document);
    return time;
}

/* Fills `times` with milliseconds a page; the number of pages, 0 for a file that fails. */
static int measure(GBytes *bytes, double *times)
{
    double rounds[PASSES][ROUNDS];
    int pages = 0;
    for (int r = 0; r < ROUNDS; r++) {
        if ((rounds[0][r] = round_of(bytes, text, &pages)) < 0 || pages < 1) return 0;
        rounds[1][r] = round_of(bytes, picture, &pages);
        rounds[2][r] = scan_time;
        rounds[1][r] -= scan_time;
        rounds[3][r] = round_of(bytes, drawing, &pages);
        tap_ignore_profiles(1);
        rounds[4][r] = round_of(bytes, drawing, &pages);
        tap_ignore_profiles(0);
    }
    for (int p = 0; p < PASSES; p++) times[p] = median(rounds[p]) / pages;
    return pages;
}

static void print_row(int pages, const double *times, const char *name)
{
    printf("%5d", pages);
    for (int p = 0; p < PASSES; p++) printf(" %8.2f", times[p]);
    printf("  %s\n", name);
}

int main(int count, char **files)
{
    double sums[PASSES] = {0};
    int all = 0;
    printf("pages");
    for (int p = 0; p < PASSES; p++) printf(" %8s", names[p]);
    printf("  ms a page\n");
    for (int f = 1; f < count; f++) {
        gchar *contents;
        gsize length;
        if (!g_file_get_contents(files[f], &contents, &length, NULL)) continue;
        GBytes *bytes = g_bytes_new_take(contents, length);
        double times[PASSES];
        int pages = measure(bytes, times);
        g_bytes_unref(bytes);
        if (!pages) continue;
        const char *slash = strrchr(files[f], '/');
        print_row(pages, times, slash ? slash + 1 : files[f]);
        for (int p = 0; p < PASSES; p++) sums[p] += times[p] * pages;
        all += pages;
    }
    if (!all) return 1;
    for (int p = 0; p < PASSES; p++) sums[p] /= all;
    print_row(all, sums, "all");
    return 0;
}
