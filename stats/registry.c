#include "stats/method.h"

#define METHOD(name) extern const struct method method_##name;
#include "registry/methods.inc"
#undef METHOD
#define METHOD(name) &method_##name,
const struct method *const methods[] = {
#include "registry/methods.inc"
};
#undef METHOD
const size_t n_methods = sizeof methods / sizeof *methods;

const struct method *method_find(struct str name)
{
    for (size_t i = 0; i < n_methods; i++)
        if (str_is(name, methods[i]->name))
            return methods[i];
    return NULL;
}
