#define _GNU_SOURCE
#include "include/process.h"

#include <errno.h>
#include <fcntl.h>
#include <dirent.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* A start comes with three descriptors, an end with none. */
enum { starting = 'S', ending = 'E', streams = 3, close_range_call = 436 };

union control {
    char bytes[CMSG_SPACE(streams * sizeof(int))];
    struct cmsghdr aligned;
};

/* MARK: In the process that starts programs */

/* The next command, with its descriptors; 0 where nobody asks any more. */
static char receive(int socket, int *descriptors) {
    char command = 0;
    struct iovec part = {&command, 1};
    union control control;
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes};
    ssize_t count;
    do {
        count = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    } while (count < 0 && errno == EINTR);
    if (count != 1) return 0;
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    for (int number = 0; number < streams; number++) descriptors[number] = -1;
    if (head != NULL && head->cmsg_type == SCM_RIGHTS && head->cmsg_len == CMSG_LEN(streams * sizeof(int)))
        memcpy(descriptors, CMSG_DATA(head), streams * sizeof(int));
    return command;
}

static void end(pid_t *program) {
    if (*program <= 0) return;
    kill(*program, SIGKILL);
    while (waitpid(*program, NULL, 0) < 0 && errno == EINTR) {}
    *program = 0;
}

static int start(pid_t *program, char *const *arguments, const int *descriptors) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (int number = 0; number < streams; number++)
        posix_spawn_file_actions_adddup2(&actions, descriptors[number], number);
    int status = posix_spawnp(program, arguments[0], &actions, NULL, arguments, environ);
    if (status != 0) *program = 0;
    posix_spawn_file_actions_destroy(&actions);
    return status;
}

/* Only files are in it. */
static void empty(const char *folder) {
    DIR *entries = opendir(folder);
    if (entries == NULL) return;
    for (struct dirent *entry = readdir(entries); entry != NULL; entry = readdir(entries))
        unlinkat(dirfd(entries), entry->d_name, 0);
    closedir(entries);
    rmdir(folder);
}

static void serve(int socket, char *const *arguments, const char *scratch) {
    pid_t program = 0;
    int descriptors[streams];
    for (;;) {
        char command = receive(socket, descriptors);
        end(&program);
        if (command == 0) break;
        int status = 0;
        if (command == starting) status = start(&program, arguments, descriptors);
        for (int number = 0; number < streams; number++)
            if (descriptors[number] >= 0) close(descriptors[number]);
        if (send(socket, &status, sizeof status, MSG_NOSIGNAL) != sizeof status) break;
    }
    end(&program);
    if (scratch != NULL) empty(scratch);
}

/* Nothing of the one that forked it is held open: not its streams, whose ends others wait for. */
static void keep_only(int socket) {
    int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int number = 0; number < streams; number++) dup2(nowhere, number);
    int kept = fcntl(socket, F_DUPFD_CLOEXEC, streams);
    if (kept != streams) {
        dup2(kept, streams);
        fcntl(streams, F_SETFD, FD_CLOEXEC);
    }
    if (syscall(close_range_call, streams + 1, ~0U, 0) != 0)
        for (int number = streams + 1; number < 4096; number++) close(number);
}

/* MARK: For the one that asks */

int process_starter(char *const *arguments, const char *scratch) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return -1;
    pid_t child = fork();
    if (child == 0) {
        keep_only(ends[1]);
        signal(SIGCHLD, SIG_DFL);
        serve(streams, arguments, scratch);
        _exit(0);
    }
    close(ends[1]);
    if (child > 0) return ends[0];
    close(ends[0]);
    return -1;
}

static int answer(int starter) {
    int status = 0;
    ssize_t count;
    do {
        count = recv(starter, &status, sizeof status, 0);
    } while (count < 0 && errno == EINTR);
    return count == sizeof status ? status : EPIPE;
}

int process_starter_start(int starter, int in, int out, int err) {
    const int descriptors[streams] = {in, out, err};
    char command = starting;
    struct iovec part = {&command, 1};
    union control control;
    memset(&control, 0, sizeof control);
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes};
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof descriptors);
    memcpy(CMSG_DATA(head), descriptors, sizeof descriptors);
    if (sendmsg(starter, &message, MSG_NOSIGNAL) != 1) return errno;
    return answer(starter);
}

void process_starter_end(int starter) {
    char command = ending;
    if (send(starter, &command, 1, MSG_NOSIGNAL) == 1) answer(starter);
}
