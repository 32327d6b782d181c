/* slow_flush.c - lets every flush take two milliseconds more, as an ordinary disk does, where the
   disk of the machine answers at once:
     cc -shared -fPIC -o slow_flush.so bench/slow_flush.c -ldl && LD_PRELOAD=./slow_flush.so bench_visits . */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>

static int after_a_while(const char* name, int fd) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    usleep(2000);
    return real(fd);
}
int fsync(int fd) { return after_a_while("fsync", fd); }
int fdatasync(int fd) { return after_a_while("fdatasync", fd); }
