#include "documents/word_reader.h"
#include "main/run.h"

#include <string_view>

int main(int argc, char** argv) {
    if (argc == 2 && std::string_view{argv[1]} == gweld::documents::reads_word) {
        return gweld::documents::be_word_reader();
    }
    return gweld::program::run(argc, argv);
}
