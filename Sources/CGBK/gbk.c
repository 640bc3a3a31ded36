#include "include/gbk.h"

#include <iconv.h>
#include <pthread.h>
#include <stddef.h>

enum { first_lead = 0x81, last_lead = 0xFE, first_trail = 0x40, last_trail = 0xFE };

static uint16_t characters[last_lead - first_lead + 1][last_trail - first_trail + 1];

/* All of it at once, a millisecond: nothing stays open, and threads only read. */
static void fill(void)
{
    iconv_t set = iconv_open("UTF-16LE", "GBK");
    if (set == (iconv_t)-1) return;
    for (int lead = first_lead; lead <= last_lead; lead++) {
        for (int trail = first_trail; trail <= last_trail; trail++) {
            char in[2] = {(char)lead, (char)trail};
            unsigned char out[4] = {0};
            char *from = in, *to = (char *)out;
            size_t left = sizeof in, room = sizeof out;
            iconv(set, NULL, NULL, NULL, NULL);
            if (iconv(set, &from, &left, &to, &room) == (size_t)-1 || left != 0 || room != 2) continue;
            unsigned value = out[0] | (unsigned)out[1] << 8;
            /* private characters have no meaning */
            int is_private = value >= 0xE000 && value <= 0xF8FF;
            characters[lead - first_lead][trail - first_trail] = is_private ? 0 : (uint16_t)value;
        }
    }
    iconv_close(set);
}

uint32_t gbk_character(uint8_t lead, uint8_t trail)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    if (lead < first_lead || lead > last_lead || trail < first_trail || trail > last_trail) return 0;
    pthread_once(&once, fill);
    return characters[lead - first_lead][trail - first_trail];
}
