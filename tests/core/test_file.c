#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/file.h"
#include "tests/tap.h"

static char folder[] = "/tmp/taraz-test-XXXXXX";
static struct err e;

static const char *in_folder(struct arena *a, const char *name)
{
    static bool made;
    if (!made)
        made = mkdtemp(folder) != NULL;
    return path_join(a, folder, name);
}

TEST("a file is written whole, and left alone when it holds the same bytes")
{
    struct arena *a = arena_new(0);
    const char *path = in_folder(a, "x.csv");
    struct stat before, after;
    struct str text;
    CHECK(file_write(path, STR("abc"), &e) == ST_OK && stat(path, &before) == 0);
    CHECK(file_write(path, STR("abc"), &e) == ST_OK && stat(path, &after) == 0 && before.st_ino == after.st_ino);
    CHECK(file_write(path, STR("abcd"), &e) == ST_OK && file_read(a, path, 0, &text, &e) == ST_OK);
    CHECK_TEXT(text, "abcd");
    unlink(path);
    arena_free(a);
}

TEST("a file written bit by bit takes its place only when it is kept")
{
    struct arena *a = arena_new(0);
    const char *path = in_folder(a, "y.csv");
    struct file_writer w;
    struct stat before, after;
    struct str text;
    CHECK(file_writer_open(&w, path, &e) == ST_OK && file_writer_put(&w, STR("ab"), &e) == ST_OK);
    CHECK(!file_exists(path));
    CHECK(file_writer_put(&w, STR("c"), &e) == ST_OK && file_writer_close(&w, true, &e) == ST_OK);
    CHECK(file_read(a, path, 0, &text, &e) == ST_OK && stat(path, &before) == 0);
    CHECK_TEXT(text, "abc");
    CHECK(file_writer_open(&w, path, &e) == ST_OK && file_writer_put(&w, STR("x"), &e) == ST_OK);
    const char *temporary = arena_cstr(a, str_of(w.temporary));
    CHECK(file_exists(temporary) && file_writer_close(&w, false, &e) == ST_OK && !file_exists(temporary));
    CHECK(file_read(a, path, 0, &text, &e) == ST_OK && stat(path, &after) == 0 && before.st_ino == after.st_ino);
    CHECK_TEXT(text, "abc");
    CHECK(file_writer_open(&w, "/nowhere/y.csv", &e) == ST_SYSTEM);
    unlink(path);
    arena_free(a);
}

TEST("a full disk is a system fault and leaves no file behind")
{
    if (access("/dev/full", W_OK) != 0)
        SKIP("there is no /dev/full");
    struct arena *a = arena_new(0);
    CHECK(file_write("/dev/full/x", STR("abc"), &e) == ST_SYSTEM);
    arena_free(a);
}

TEST("a device is written to, never replaced by a file")
{
    struct arena *a = arena_new(0);
    const char *link = in_folder(a, "link");
    struct stat info;
    CHECK(file_write("/dev/null", STR("abc"), &e) == ST_OK && stat("/dev/null", &info) == 0 && S_ISCHR(info.st_mode));
    CHECK(symlink("/dev/full", link) == 0 && file_write(link, STR("abc"), &e) == ST_SYSTEM);
    CHECK(stat("/dev/full", &info) == 0 && S_ISCHR(info.st_mode));
    unlink(link);
    arena_free(a);
}

TEST("missing files, folders and files past the limit are input faults with advice")
{
    struct arena *a = arena_new(0);
    struct str text;
    CHECK(file_read(a, in_folder(a, "none"), 0, &text, &e) == ST_INPUT);
    CHECK_TEXT(str_of(e.todo), "check the name");
    CHECK(file_read(a, folder, 0, &text, &e) == ST_INPUT);
    const char *path = in_folder(a, "large");
    CHECK(file_write(path, STR("0123456789"), &e) == ST_OK && file_read(a, path, 5, &text, &e) == ST_INPUT);
    unlink(path);
    rmdir(folder);
    arena_free(a);
}

TEST("parts of a path")
{
    CHECK_TEXT(path_base("a/b/c.csv"), "c.csv");
    CHECK_TEXT(path_stem("a/b.c/table.csv.gz"), "table");
    CHECK_TEXT(path_extension("a/b.c/table.csv.gz"), "csv");
    CHECK_TEXT(path_extension("a.b/none"), "");
    CHECK_TEXT(path_stem(".hidden"), ".hidden");
}

TEST("SHA-256 is the one of FIPS 180-2, appendix B.1")
{
    struct arena *a = arena_new(0);
    CHECK_TEXT(sha256_hex(a, STR("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    arena_free(a);
}
