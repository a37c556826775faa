/* What was seen in a sentence, in words a researcher can follow (taraz extract --trace). */
#ifndef TARAZ_ETL_NARRATIVE_TRACE_H
#define TARAZ_ETL_NARRATIVE_TRACE_H

#include "etl/narrative/narrative.h"
#include "etl/narrative/sentence.h"

void trace_sentence(struct trace *t, const struct sentence *s);

#endif
