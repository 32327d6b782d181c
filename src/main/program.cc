#include "main/run.h"

int main(int argc, char** argv) { return gweld::program::run(argc, argv); }
