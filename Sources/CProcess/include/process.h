#ifndef CPROCESS_H
#define CPROCESS_H

/* What Linux offers to keep processes in bounds, and Swift cannot call: variadic functions, raw system calls. */

/* This process is killed when the thread that started it ends. 0; -1 where `parent` has ended already. */
int process_follow(int parent);

/* What confines this process. */
struct process_confinement {
    /* The version of Landlock; 0 where it is not there. */
    int landlock;
    /* 1 where system calls are filtered. */
    int seccomp;
};

/*
 * From now on this thread, and those that it starts, change no file but below `writable` (paths, the last one NULL)
 * and /dev/null, start no program or process, open no socket, and send signals to themselves only. What was open
 * stays usable, and files can be read. What the kernel does not offer is left out.
 */
struct process_confinement process_confine(const char *const *writable);

/* The same question without doing it. */
struct process_confinement process_confinement_offered(void);

/*
 * Forks a process that starts the program `arguments` whenever it is asked to, one at a time; for a process that is
 * going to be confined. It ends, with the program, when the socket that is given back is closed everywhere; then it
 * removes the folder `scratch` (or NULL). -1 with errno where it cannot be.
 */
int process_starter(char *const *arguments, const char *scratch);

/* Starts the program with these descriptors as its stdin, stdout and stderr; 0, or the error's number. */
int process_starter_start(int starter, int in, int out, int err);

/* Ends the program. */
void process_starter_end(int starter);

/* A socket, a file outside, a program, a process: each that is still allowed has its bit set (1, 2, 4, 8). */
int process_try_harm(const char *file);

/* The same of a process that is confined, with nothing that it may write; -1 where there can be no such process. */
int process_try_confined(const char *file);

#endif
