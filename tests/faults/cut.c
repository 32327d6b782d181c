// cut.c - takes the power away from a mounted ext4 or XFS: from this moment on nothing reaches its
// disk, and what was not flushed is gone (the "goingdown" request without flushing the journal, the
// same for both). Prints the moment on the monotonic clock, in nanoseconds, just before it.
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <time.h>

#define GOINGDOWN _IOR('X', 125, uint32_t)
#define WITHOUT_FLUSHING 2U

int main(int count, char** names) {
    if (count != 2) {
        fprintf(stderr, "usage: cut MOUNTPOINT\n");
        return 2;
    }
    const int place = open(names[1], O_RDONLY);
    uint32_t how = WITHOUT_FLUSHING;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (place < 0 || ioctl(place, GOINGDOWN, &how) != 0) {
        perror(names[1]);
        return 1;
    }
    printf("%lld\n", (long long)now.tv_sec * 1000000000LL + now.tv_nsec);
    return 0;
}
