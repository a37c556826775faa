#include "core/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { ERRORS_LIMIT = 64 << 10, TIMEOUT_SECONDS = 120 };

struct pipes {
    int in[2], out[2], errors[2];
};

static void close_fd(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static void close_pipes(struct pipes *p)
{
    int *all[] = { &p->in[0], &p->in[1], &p->out[0], &p->out[1], &p->errors[0], &p->errors[1] };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        close_fd(all[i]);
}

static bool open_pipes(struct pipes *p)
{
    *p = (struct pipes){ { -1, -1 }, { -1, -1 }, { -1, -1 } };
    if (pipe2(p->in, O_CLOEXEC) == 0 && pipe2(p->out, O_CLOEXEC) == 0 && pipe2(p->errors, O_CLOEXEC) == 0)
        return true;
    close_pipes(p);
    return false;
}

/* The parent's environment with `changes` replacing or added; the array is malloc'ed. */
static char **make_environment(const char *const *changes)
{
    size_t n = 0, extra = 0;
    while (environ && environ[n])
        n++;
    while (changes && changes[extra])
        extra++;
    char **made = calloc(n + extra + 1, sizeof *made);
    if (!made)
        return NULL;
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        bool replaced = false;
        for (size_t j = 0; j < extra && !replaced; j++) {
            size_t name = strcspn(changes[j], "=");
            replaced = strncmp(environ[i], changes[j], name + 1) == 0;
        }
        if (!replaced)
            made[kept++] = environ[i];
    }
    for (size_t j = 0; j < extra; j++)
        made[kept++] = (char *)(size_t)changes[j];
    return made;
}

static int start(const struct process *p, struct pipes *pipes, pid_t *pid)
{
    char **environment = make_environment(p->environment);
    if (!environment)
        return ENOMEM;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t defaults, none;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipes->in[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, pipes->out[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, pipes->errors[1], STDERR_FILENO);
    posix_spawnattr_init(&attributes);
    sigemptyset(&none);
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    int code = posix_spawnp(pid, p->argv[0], &actions, &attributes, (char *const *)(size_t)p->argv, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    free(environment);
    return code;
}

/* Reads what is there; false at the end of the stream. Past the limit bytes are read and dropped. */
static bool drain(int fd, struct buf *to)
{
    char chunk[1 << 16];
    ssize_t got = read(fd, chunk, sizeof chunk);
    if (got < 0)
        return errno == EINTR || errno == EAGAIN;
    size_t room = to->limit > to->n + 2 ? to->limit - to->n - 2 : 0;
    buf_put(to, (struct str){ chunk, (size_t)got < room ? (size_t)got : room });
    return got > 0;
}

static bool feed(int fd, struct str *input)
{
    ssize_t put = write(fd, input->p, input->n);
    if (put < 0)
        return errno == EINTR || errno == EAGAIN;
    *input = str_slice(*input, (size_t)put, input->n);
    return input->n > 0;
}

static double seconds_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Talks to the child until both of its streams end or time is up. */
static void exchange(const struct process *p, struct pipes *pipes, struct process_result *result)
{
    struct str input = p->input;
    double deadline = seconds_now() + (p->timeout_seconds > 0 ? p->timeout_seconds : TIMEOUT_SECONDS);
    if (input.n == 0)
        close_fd(&pipes->in[1]);
    else
        fcntl(pipes->in[1], F_SETFL, O_NONBLOCK);
    while (pipes->out[0] >= 0 || pipes->errors[0] >= 0) {
        struct pollfd fds[3] = { { pipes->out[0], POLLIN, 0 },
                                 { pipes->errors[0], POLLIN, 0 },
                                 { pipes->in[1], POLLOUT, 0 } };
        double left = deadline - seconds_now();
        if (left <= 0 || (poll(fds, 3, (int)(left * 1000) + 1) < 0 && errno != EINTR)) {
            result->timed_out = true;
            return;
        }
        if (fds[0].revents && !drain(pipes->out[0], &result->output))
            close_fd(&pipes->out[0]);
        if (fds[1].revents && !drain(pipes->errors[0], &result->errors))
            close_fd(&pipes->errors[0]);
        if (fds[2].revents && !feed(pipes->in[1], &input))
            close_fd(&pipes->in[1]);
    }
}

enum status process_run(const struct process *p, struct process_result *result, struct err *e)
{
    *result = (struct process_result){ 0 };
    buf_init(&result->output, p->output_limit);
    buf_init(&result->errors, ERRORS_LIMIT);
    struct pipes pipes;
    if (!open_pipes(&pipes)) {
        fail_errno(e, p->argv[0], "start");
        return e->status = ST_SYSTEM;
    }
    sigset_t pipe_signal, before;
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
    pid_t pid = -1;
    int code = start(p, &pipes, &pid);
    close_fd(&pipes.in[0]);
    close_fd(&pipes.out[1]);
    close_fd(&pipes.errors[1]);
    if (code == 0) {
        exchange(p, &pipes, result);
        if (result->timed_out)
            kill(pid, SIGKILL);
        int state = 0;
        while (waitpid(pid, &state, 0) < 0 && errno == EINTR)
            continue;
        result->exit_status = WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
        sigtimedwait(&pipe_signal, NULL, &(struct timespec){ 0, 0 }); /* one that a feed may have left pending */
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    close_pipes(&pipes);
    if (code == 0)
        return result->output.failed ? fail_memory(e) : ST_OK;
    return fail(e, ST_SYSTEM, (struct place){ p->argv[0], 0, 0 }, "install it (make deps) or put it on PATH",
                "cannot be started: %s", strerror(code));
}

void process_result_free(struct process_result *result)
{
    buf_free(&result->output);
    buf_free(&result->errors);
}

bool process_is_there(const char *program)
{
    const char *path = getenv("PATH");
    struct str rest = str_of(path ? path : "/usr/bin:/bin"), folder;
    char name[4096];
    while (str_split_next(&rest, ':', &folder)) {
        int n = snprintf(name, sizeof name, "%.*s/%s", (int)folder.n, folder.p, program);
        if (n > 0 && (size_t)n < sizeof name && access(name, X_OK) == 0)
            return true;
    }
    return false;
}
