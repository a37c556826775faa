/* Digits right on NIST StRD, by our own functions. Prints a table; exits 1 when a set misses what is promised. */
