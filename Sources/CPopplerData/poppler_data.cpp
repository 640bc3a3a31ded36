/* For programs that carry Poppler and its data with them: Poppler looks in one place only, which was set when it
   was built. poppler-glib has no call to name another, libpoppler-cpp has (poppler-global.h). It is asked for
   by name, so that neither the build nor a program that uses the system's Poppler needs that library. */
#include "include/poppler_data.h"

#include <dlfcn.h>

#include <string>

/* bool poppler::set_data_dir(const std::string &), as a compiler writes it; it answers false when it is too late */
static const char name[] = "_ZN7poppler12set_data_dirERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE";

int poppler_data_use(const char *folder) {
    using Call = bool (*)(const std::string &);
    const auto call = reinterpret_cast<Call>(dlsym(RTLD_DEFAULT, name));
    return call != nullptr && call(folder) ? 1 : 0;
}
