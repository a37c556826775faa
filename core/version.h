/* The version that stamps and datapackage.json carry. */
#ifndef TARAZ_CORE_VERSION_H
#define TARAZ_CORE_VERSION_H

#define TARAZ_VERSION "0.1.0"

#endif
