#ifndef CWEBP_SHIM_H
#define CWEBP_SHIM_H

#include <stdint.h>
#include <stdlib.h>
#include <webp/encode.h>

/* Pixels as cairo has them (CAIRO_FORMAT_RGB24: blue, green, red, nothing) as a WebP file, to be given
 * back with WebPFree; its size, or 0 with no file. `quality` from 0 to 100; 100 keeps each pixel but for
 * the last bits, which do not show. */
static inline size_t cwebp_encode(
    const uint8_t *pixels, int width, int height, int stride, float quality, uint8_t **file) {
    *file = NULL;
    WebPConfig config;
    if (!WebPConfigPreset(&config, WEBP_PRESET_TEXT, quality)) return 0;
    if (quality >= 100) {
        config.lossless = 1;
        config.near_lossless = 40;
        config.method = 2;
        config.quality = 30;
    } else {
        config.method = 3;
    }
    WebPPicture picture;
    if (!WebPValidateConfig(&config) || !WebPPictureInit(&picture)) return 0;
    picture.use_argb = config.lossless;
    picture.width = width;
    picture.height = height;
    WebPMemoryWriter writer;
    WebPMemoryWriterInit(&writer);
    picture.writer = WebPMemoryWrite;
    picture.custom_ptr = &writer;
    int is_done = WebPPictureImportBGRX(&picture, pixels, stride) && WebPEncode(&config, &picture);
    WebPPictureFree(&picture);
    if (!is_done) {
        WebPMemoryWriterClear(&writer);
        return 0;
    }
    *file = writer.mem;
    return writer.size;
}

#endif
