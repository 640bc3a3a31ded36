/* for O_PATH and CLONE_THREAD */
#define _GNU_SOURCE
#include "include/process.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int process_follow(int parent) {
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return 0;
    /* it may have ended before the call above */
    return getppid() == parent ? 0 : -1;
}

/* MARK: Landlock. Named here, since a system's headers may be older than its kernel. */

enum { create_ruleset = 444, add_rule = 445, restrict_self = 446 };

enum {
    execute = 1 << 0, write_file = 1 << 1, read_file = 1 << 2, read_dir = 1 << 3, remove_dir = 1 << 4,
    remove_file = 1 << 5, make_char = 1 << 6, make_dir = 1 << 7, make_reg = 1 << 8, make_sock = 1 << 9,
    make_fifo = 1 << 10, make_block = 1 << 11, make_sym = 1 << 12, refer = 1 << 13, truncate_file = 1 << 14,
};

struct ruleset {
    uint64_t files;
    uint64_t network;
    uint64_t scopes;
};

struct beneath {
    uint64_t allowed;
    int32_t folder;
} __attribute__((packed));

/* Before version 2 nothing can be moved from one folder to another, which replacing a document's folder does. */
static const int least_version = 2;

static int landlock_version(void) {
    long version = syscall(create_ruleset, NULL, 0, 1);
    return version < least_version ? 0 : (int)version;
}

static int allow(int rules, const char *path, uint64_t rights) {
    struct beneath rule = {.allowed = rights, .folder = open(path, O_PATH | O_CLOEXEC)};
    if (rule.folder < 0) return -1;
    long status = syscall(add_rule, rules, 1, &rule, 0);
    close(rule.folder);
    return status == 0 ? 0 : -1;
}

static int confine_files(const char *const *writable) {
    int version = landlock_version();
    if (version == 0) return 0;
    const uint64_t change = write_file | remove_dir | remove_file | make_dir | make_reg | refer
                            | (version >= 3 ? truncate_file : 0);
    struct ruleset wanted = {
        .files = change | execute | make_char | make_sock | make_fifo | make_block | make_sym,
        /* to bind and to connect; abstract sockets and signals */
        .network = version >= 4 ? 3 : 0,
        .scopes = version >= 6 ? 3 : 0,
    };
    size_t size = version >= 6 ? sizeof wanted : version >= 4 ? offsetof(struct ruleset, scopes)
                                                              : offsetof(struct ruleset, network);
    int rules = (int)syscall(create_ruleset, &wanted, size, 0);
    if (rules < 0) return 0;
    int status = 0;
    for (; writable != NULL && *writable != NULL; writable++) status |= allow(rules, *writable, change);
    allow(rules, "/dev/null", write_file | (change & truncate_file));
    /* what cannot be named must not be locked out: its writer would fail */
    if (status == 0) status = (int)syscall(restrict_self, rules, 0);
    close(rules);
    return status == 0 ? version : 0;
}

/* MARK: seccomp */

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef ARCHITECTURE

/* Each is refused as if there were no right to do it. */
static const uint16_t refused[] = {
    /* programs and processes; clone is looked at below */
    __NR_execve, __NR_execveat,
#ifdef __NR_fork
    __NR_fork, __NR_vfork,
#endif
    /* the network, and sockets of this machine */
    __NR_socket, __NR_socketpair, __NR_bind, __NR_listen, __NR_connect, __NR_accept, __NR_accept4,
    /* other processes */
    __NR_ptrace, __NR_process_vm_readv, __NR_process_vm_writev, __NR_tkill, __NR_rt_sigqueueinfo,
    __NR_rt_tgsigqueueinfo, 424 /* pidfd_send_signal */, 438 /* pidfd_getfd */, __NR_setpriority, __NR_kcmp,
    __NR_shmget, __NR_shmat, __NR_msgget, __NR_semget, __NR_mq_open,
    /* whose files are, and who may do what with them: Landlock does not ask about that */
    __NR_fchmod, __NR_fchmodat, 452 /* fchmodat2 */, __NR_fchown, __NR_fchownat, __NR_utimensat, __NR_setxattr,
    __NR_lsetxattr, __NR_fsetxattr, __NR_removexattr, __NR_lremovexattr, __NR_fremovexattr,
#ifdef __NR_chmod
    __NR_chmod, __NR_chown, __NR_lchown, __NR_utime, __NR_utimes, __NR_futimesat,
#endif
    /* the system, and parts of the kernel that a document has no business with */
    __NR_mount, __NR_umount2, __NR_pivot_root, __NR_chroot, __NR_unshare, __NR_setns, __NR_open_by_handle_at,
    __NR_init_module, __NR_finit_module, __NR_delete_module, __NR_kexec_load, __NR_reboot, __NR_swapon,
    __NR_swapoff, __NR_acct, __NR_settimeofday, __NR_clock_settime, __NR_adjtimex, __NR_sethostname,
    __NR_setdomainname, __NR_bpf, __NR_userfaultfd, __NR_perf_event_open, __NR_keyctl, __NR_add_key,
    __NR_request_key, __NR_fanotify_init, __NR_personality, __NR_syslog, __NR_quotactl,
    425, 426, 427 /* io_uring: it does what the calls above do */,
    428, 429, 430, 431, 432, 433, 442 /* mounts of another kind */,
#ifdef __NR_iopl
    __NR_iopl, __NR_ioperm, __NR_modify_ldt,
#endif
};

enum { refused_count = sizeof refused / sizeof *refused, most_instructions = 2 * refused_count + 40 };

#define LOAD(field) (struct sock_filter) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ANSWER(value) (struct sock_filter) BPF_STMT(BPF_RET | BPF_K, (value))
/* The next instruction, or so many further, where the loaded word is this one. */
#define IF(value, yes, no) (struct sock_filter) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), (yes), (no))
#define IF_SET(bits, yes, no) (struct sock_filter) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (bits), (yes), (no))
#define NO_RIGHT (SECCOMP_RET_ERRNO | EPERM)
#define NOT_THERE (SECCOMP_RET_ERRNO | ENOSYS)
/* Both processors are little-endian: the lower half of an argument comes first. */
#define ARGUMENT(number) args[number]

static int confine_calls(void) {
    struct sock_filter code[most_instructions];
    unsigned short count = 0;
    const uint32_t self = (uint32_t)getpid();
    code[count++] = LOAD(arch);
    code[count++] = IF(ARCHITECTURE, 1, 0);
    code[count++] = ANSWER(SECCOMP_RET_KILL_PROCESS);
    code[count++] = LOAD(nr);
#ifdef __x86_64__
    /* the calls of the 32-bit interface have numbers of their own */
    code[count++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
    code[count++] = ANSWER(NO_RIGHT);
#endif
    for (int number = 0; number < refused_count; number++) {
        code[count++] = IF(refused[number], 0, 1);
        code[count++] = ANSWER(NO_RIGHT);
    }
    /* its flags are in memory, which a filter cannot read: the C library then takes clone */
    code[count++] = IF(435, 0, 1);
    code[count++] = ANSWER(NOT_THERE);
    code[count++] = IF(__NR_clone, 0, 4);
    code[count++] = LOAD(ARGUMENT(0));
    code[count++] = IF_SET(CLONE_THREAD, 0, 1);
    code[count++] = ANSWER(SECCOMP_RET_ALLOW);
    code[count++] = ANSWER(NO_RIGHT);
    /* abort() */
    code[count++] = IF(__NR_tgkill, 1, 0);
    code[count++] = IF(__NR_kill, 0, 4);
    code[count++] = LOAD(ARGUMENT(0));
    code[count++] = IF(self, 0, 1);
    code[count++] = ANSWER(SECCOMP_RET_ALLOW);
    code[count++] = ANSWER(NO_RIGHT);
    /* a terminal types what it is told to */
    code[count++] = IF(__NR_ioctl, 0, 4);
    code[count++] = LOAD(ARGUMENT(1));
    code[count++] = IF(TIOCSTI, 1, 0);
    code[count++] = IF(0x541C /* TIOCLINUX */, 0, 1);
    code[count++] = ANSWER(NO_RIGHT);
    code[count++] = ANSWER(SECCOMP_RET_ALLOW);
    struct sock_fprog program = {.len = count, .filter = code};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

static int calls_can_be_confined(void) {
    const uint32_t action = SECCOMP_RET_ERRNO;
    return syscall(__NR_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

#else

static int confine_calls(void) { return 0; }
static int calls_can_be_confined(void) { return 0; }

#endif

struct process_confinement process_confine(const char *const *writable) {
    struct process_confinement done = {0, 0};
    /* no program may give rights that this process has not; nothing is confined without it */
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return done;
    done.landlock = confine_files(writable);
    done.seccomp = confine_calls();
    return done;
}

struct process_confinement process_confinement_offered(void) {
    return (struct process_confinement){landlock_version(), calls_can_be_confined()};
}

int process_try_harm(const char *file) {
    int done = 0;
    int socket_made = socket(AF_INET, SOCK_STREAM, 0);
    if (socket_made >= 0) {
        done |= 1;
        close(socket_made);
    }
    int file_made = open(file, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (file_made >= 0) {
        done |= 2;
        close(file_made);
        unlink(file);
    }
    char *const arguments[] = {"true", NULL};
    char *const environment[] = {NULL};
    pid_t child = fork();
    if (child <= 0) {
        /* where only the process is refused, this one becomes the program, and nothing is said */
        execve("/bin/true", arguments, environment);
        if (child == 0) _exit(1);
        return done;
    }
    int status = 0;
    waitpid(child, &status, 0);
    return done | 8 | (status == 0 ? 4 : 0);
}

int process_try_confined(const char *file) {
    pid_t child = fork();
    if (child < 0) return -1;
    if (child == 0) {
        process_confine(NULL);
        _exit(process_try_harm(file));
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
