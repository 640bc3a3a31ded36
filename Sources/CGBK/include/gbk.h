/* GBK, the character set of Chinese Windows programs, two bytes a character. */
#ifndef GBK_H
#define GBK_H

#include <stdint.h>

/* The character that two bytes mean; 0 where they mean none, or the system does not know GBK (its C library keeps
 * character sets in files of their own, which may not be installed). */
uint32_t gbk_character(uint8_t lead, uint8_t trail);

#endif
