/* Stands between the program and the disk, for one folder: counts what is asked of the disk there, refuses or kills at
   a chosen call, or writes everything down so that a power cut can be played back. Loaded by LD_PRELOAD; see shim.py. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static char folder[PATH_MAX];
static size_t folder_length;
static long counter, armed_at;
static int armed_error, armed_onwards, log_descriptor = -1;

static int below(const char *path) {
    return folder_length && !strncmp(path, folder, folder_length) &&
           (path[folder_length] == '/' || path[folder_length] == 0);
}

static int path_of(int descriptor, char *path) {
    char link[64];
    int saved = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    errno = saved;
    if (length < 0) return 0;
    path[length] = 0;
    return below(path);
}

static int absolute(int at, const char *path, char *whole) {
    char base[PATH_MAX] = "";
    if (path[0] == '/') {
        snprintf(whole, PATH_MAX, "%s", path);
    } else {
        if (at == AT_FDCWD ? !getcwd(base, sizeof base) : (path_of(at, base), 0)) return 0;
        if (snprintf(whole, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) return 0;
    }
    return below(whole);
}

static void put(const void *data, size_t length) {
    /* Past our own functions, straight to the kernel. */
    if (syscall(SYS_write, log_descriptor, data, length) != (ssize_t)length) _exit(70);
}

static void keep(char act, const char *path, int64_t offset, const void *data, int64_t length) {
    if (log_descriptor < 0) return;
    int32_t name = (int32_t)strlen(path);
    put(&act, 1), put(&name, 4), put(&offset, 8), put(&length, 8), put(path, (size_t)name);
    if (length) put(data, (size_t)length);
}

/* 0: go on. 1: refuse, errno is set. 2: die, after what the caller still does. */
static int turn(int needs_room) {
    counter++;
    if (armed_error == ENOSPC && !needs_room) return 0;
    if (!armed_at || (counter != armed_at && !(armed_onwards && counter > armed_at))) return 0;
    if (!armed_error) return 2;
    errno = armed_error;
    return 1;
}

static void die(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

void fault_watch(const char *path) {
    folder_length = strlen(strcpy(folder, path));
    counter = armed_at = 0;
}
void fault_arm(long at, int error, int onwards) { counter = 0, armed_at = at, armed_error = error, armed_onwards = onwards; }
long fault_count(void) { return counter; }
void fault_record(const char *log) {
    if (log_descriptor >= 0) syscall(SYS_close, log_descriptor);
    log_descriptor = log ? (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
}
void fault_mark(long number) { keep('M', "", number, "", 0); }

#define REAL(name) static __typeof__(name) *real; if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

/* A write that fails has often written a part; so has one that is cut off by a kill. */
static ssize_t torn(int fd, const void *data, size_t length, off_t offset, int what) {
    int saved = errno;
    if (offset < 0) syscall(SYS_write, fd, data, length / 2);
    else syscall(SYS_pwrite64, fd, data, length / 2, offset);
    if (what == 2) die();
    errno = saved;
    return -1;
}

#define WRITING(offset, real_call) \
    char path[PATH_MAX]; \
    if (!path_of(fd, path)) return real_call; \
    int what = turn(1); \
    if (what) return torn(fd, data, length, offset, what); \
    int64_t at = (offset) < 0 ? (int64_t)lseek(fd, 0, SEEK_CUR) : (int64_t)(offset); \
    ssize_t done = real_call; \
    if (done > 0) keep('W', path, at, data, done); \
    return done

ssize_t write(int fd, const void *data, size_t length) {
    REAL(write);
    WRITING((off_t)-1, real(fd, data, length));
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
    REAL(pwrite);
    WRITING(offset, real(fd, data, length, offset));
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
    REAL(pwrite64);
    WRITING(offset, real(fd, data, length, offset));
}

#define PLAIN(known, act, number, other, other_length, real_call) \
    if (!(known)) return real_call; \
    int what = turn(act != 'U'); \
    if (what == 2) die(); \
    if (what) return -1; \
    int done = real_call; \
    if (!done) keep(act, path, number, other, other_length); \
    return done

int ftruncate(int fd, off_t length) { REAL(ftruncate); char path[PATH_MAX]; PLAIN(path_of(fd, path), 'T', length, "", 0, real(fd, length)); }
int ftruncate64(int fd, off64_t length) { REAL(ftruncate64); char path[PATH_MAX]; PLAIN(path_of(fd, path), 'T', length, "", 0, real(fd, length)); }
int fsync(int fd) { REAL(fsync); char path[PATH_MAX]; PLAIN(path_of(fd, path), 'S', 0, "", 0, real(fd)); }
int fdatasync(int fd) { REAL(fdatasync); char path[PATH_MAX]; PLAIN(path_of(fd, path), 'S', 0, "", 0, real(fd)); }

int renameat(int old_at, const char *old, int new_at, const char *new) {
    REAL(renameat);
    char path[PATH_MAX], into[PATH_MAX];
    int known = absolute(old_at, old, path), known_too = absolute(new_at, new, into);
    PLAIN(known && known_too, 'R', 0, into, (int64_t)strlen(into), real(old_at, old, new_at, new));
}
int rename(const char *old, const char *new) {
    REAL(rename);
    char path[PATH_MAX], into[PATH_MAX];
    int known = absolute(AT_FDCWD, old, path), known_too = absolute(AT_FDCWD, new, into);
    PLAIN(known && known_too, 'R', 0, into, (int64_t)strlen(into), real(old, new));
}

/* What is not there costs the disk nothing. */
static int there(const char *path) { struct stat found; int saved = errno; int is = !lstat(path, &found); errno = saved; return is; }

int unlink(const char *name) { REAL(unlink); char path[PATH_MAX]; PLAIN(absolute(AT_FDCWD, name, path) && there(path), 'U', 0, "", 0, real(name)); }
int unlinkat(int at, const char *name, int flags) {
    REAL(unlinkat);
    char path[PATH_MAX];
    PLAIN(absolute(at, name, path) && there(path), 'U', 0, "", 0, real(at, name, flags));
}
int rmdir(const char *name) { REAL(rmdir); char path[PATH_MAX]; PLAIN(absolute(AT_FDCWD, name, path) && there(path), 'U', 0, "", 0, real(name)); }
int mkdir(const char *name, mode_t mode) { REAL(mkdir); char path[PATH_MAX]; PLAIN(absolute(AT_FDCWD, name, path) && !there(path), 'D', 0, "", 0, real(name, mode)); }

#define OPENING(at, real_call) \
    mode_t mode = 0; \
    va_list more; \
    va_start(more, flags); \
    if (flags & (O_CREAT | O_TMPFILE)) mode = va_arg(more, mode_t); \
    va_end(more); \
    char path[PATH_MAX]; \
    if (!absolute(at, name, path)) return real_call; \
    int makes = (flags & O_CREAT) && !there(path), empties = (flags & O_TRUNC) && !makes; \
    if (makes || empties) { \
        int what = turn(makes); \
        if (what == 2) die(); \
        if (what) return -1; \
    } \
    int opened = real_call; \
    if (opened >= 0 && makes) keep('C', path, 0, "", 0); \
    if (opened >= 0 && empties) keep('T', path, 0, "", 0); \
    return opened

int open(const char *name, int flags, ...) { REAL(open); OPENING(AT_FDCWD, real(name, flags, mode)); }
int open64(const char *name, int flags, ...) { REAL(open64); OPENING(AT_FDCWD, real(name, flags, mode)); }
int openat(int fd, const char *name, int flags, ...) { REAL(openat); OPENING(fd, real(fd, name, flags, mode)); }
int openat64(int fd, const char *name, int flags, ...) { REAL(openat64); OPENING(fd, real(fd, name, flags, mode)); }
