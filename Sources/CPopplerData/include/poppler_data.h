#ifndef POPPLER_DATA_H
#define POPPLER_DATA_H

#ifdef __cplusplus
extern "C" {
#endif

/* From now on Poppler reads its character maps below this folder. 0 where it cannot be told: it has read some
   already, or libpoppler-cpp, which has the call for it, is not loaded. */
int poppler_data_use(const char *folder);

#ifdef __cplusplus
}
#endif

#endif
