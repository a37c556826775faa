#include "core/process.h"
#include "tests/tap.h"

static struct process_result result;
static struct err e;

static enum status run(const char *const *argv, struct str input, int seconds)
{
    const char *const environment[] = { "TARAZ_TEST=seen", NULL };
    const struct process p = {
        .argv = argv, .environment = environment, .input = input, .output_limit = 1 << 16, .timeout_seconds = seconds
    };
    return process_run(&p, &result, &e);
}

TEST("arguments reach the program as they are: no shell reads them")
{
    const char *const argv[] = { "printf", "%s", "$(echo x) `id` ; |", NULL };
    CHECK(run(argv, STR(""), 5) == ST_OK && result.exit_status == 0);
    CHECK_TEXT(buf_str(&result.output), "$(echo x) `id` ; |");
    process_result_free(&result);
}
TEST("a program that is not there is a system fault with advice")
{
    const char *const argv[] = { "taraz-no-such-program", NULL };
    CHECK(run(argv, STR(""), 5) == ST_SYSTEM && e.todo[0] != '\0');
    process_result_free(&result);
}
TEST("input that nobody reads does not kill the caller")
{
    static char large[1 << 20];
    const char *const argv[] = { "true", NULL };
    CHECK(run(argv, (struct str){ large, sizeof large }, 5) == ST_OK && result.exit_status == 0);
    process_result_free(&result);
}
TEST("more output than the limit is cut, not an endless wait")
{
    const char *const argv[] = { "head", "-c", "300000", "/dev/zero", NULL };
    CHECK(run(argv, STR(""), 5) == ST_OK && result.output.n <= 1 << 16 && result.output.n > 60000);
    process_result_free(&result);
}
TEST("a program that hangs is stopped")
{
    const char *const argv[] = { "sleep", "60", NULL };
    CHECK(run(argv, STR(""), 1) == ST_OK && result.timed_out && result.exit_status == 128 + 9);
    process_result_free(&result);
}
TEST("the environment is the parent's with changes")
{
    const char *const argv[] = { "sh", "-c", "printf %s \"$TARAZ_TEST\"; printf %s \"${PATH:+path}\"", NULL };
    CHECK(run(argv, STR(""), 5) == ST_OK);
    CHECK_TEXT(buf_str(&result.output), "seenpath");
    process_result_free(&result);
}
