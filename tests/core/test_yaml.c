#include "core/yaml.h"
#include "tests/tap.h"

static struct arena *arena;
static struct err e;

static enum status parse(const char *text, struct yaml_node *root)
{
    arena = arena_new(0);
    return yaml_parse(arena, str_of(text), "job.yaml", root, &e);
}

TEST("scalars stay text: NO is Norway")
{
    struct yaml_node root;
    struct str country = STR(""), year = STR("");
    CHECK(parse("area: NO\nyear: 2020\n", &root) == ST_OK);
    CHECK(yaml_get_str(&root, "area", &country, &e) == ST_OK && yaml_get_str(&root, "year", &year, &e) == ST_OK);
    CHECK_TEXT(country, "NO");
    CHECK_TEXT(year, "2020");
    arena_free(arena);
}

TEST("an unknown key is answered with its place and the nearest right key")
{
    static const char *const known[] = { "sources", "output" };
    struct yaml_node root;
    CHECK(parse("sources: a\n\n  \noutptu: b\n", &root) == ST_OK);
    CHECK(yaml_check_keys(&root, known, 2, &e) == ST_USAGE && e.line == 4 && e.column == 1);
    CHECK_TEXT(str_of(e.todo), "did you mean 'output'?");
    arena_free(arena);
}

TEST("a wrong type is answered with the place of the value")
{
    struct yaml_node root;
    double alpha = 0.05;
    CHECK(parse("trends:\n  alpha: five\n", &root) == ST_OK);
    CHECK(yaml_get_double(yaml_get(&root, "trends"), "alpha", &alpha, &e) == ST_USAGE);
    CHECK(e.line == 2 && e.column == 10 && alpha == 0.05);
    arena_free(arena);
}

TEST("twin keys, aliases, second documents, empty and broken files are refused")
{
    struct yaml_node root;
    const char *bad[] = {
        "a: 1\na: 2\n", "a: &x 1\nb: *x\n", "a: 1\n---\nb: 2\n", "", "a: [1, 2\n", "a: \"x\n", "\t- a"
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        CHECK(parse(bad[i], &root) == ST_USAGE);
        arena_free(arena);
    }
}

TEST("deep nesting is refused, not followed")
{
    char text[401];
    for (int i = 0; i < 400; i++)
        text[i] = '[';
    text[400] = '\0';
    struct yaml_node root;
    CHECK(parse(text, &root) == ST_USAGE);
    arena_free(arena);
}
