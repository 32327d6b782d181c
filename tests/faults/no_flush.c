// no_flush.c - preloaded into the server it makes every flush of a write-ahead log a lie, which is
// what synchronous=NORMAL does: the power-cut test must then find acknowledged work gone.
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <sys/syscall.h>

static int is_log(int descriptor) {
    char link[64];
    char name[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = readlink(link, name, sizeof name - 1);
    return length > 4 && strncmp(name + length - 4, "-wal", 4) == 0;
}

int fsync(int descriptor) {
    return is_log(descriptor) ? 0 : (int)syscall(SYS_fsync, descriptor);
}

int fdatasync(int descriptor) {
    return is_log(descriptor) ? 0 : (int)syscall(SYS_fdatasync, descriptor);
}
