// gweld_catalogue assemble OUT.po PART.po...      : one catalogue out of its parts
// gweld_catalogue check SENTENCES.pot PART.po...  : every fault of the Welsh, one a line; 1 when
// any
#include "words/parts.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <span>

namespace {

int refuse(const gweld::po::Fault& fault) {
    std::cerr << fault.file << ':' << fault.line << ": error: " << fault.why << '\n';
    return 1;
}

gweld::base::Result<std::vector<gweld::po::Entry>, gweld::po::Fault>
read_all(std::span<char* const> files) {
    std::vector<gweld::po::Entry> all;
    for (const std::string file : files) {
        std::ifstream in{file, std::ios::binary};
        if (!in) {
            return gweld::base::Err{gweld::po::Fault{file, 0, "cannot be read"}};
        }
        const std::string text{std::istreambuf_iterator<char>{in}, {}};
        auto entries = gweld::po::read(text, file);
        if (!entries.ok()) {
            return entries;
        }
        all.insert(all.end(), entries.value().begin(), entries.value().end());
    }
    return gweld::base::Ok{std::move(all)};
}

int assemble(const char* out, std::span<char* const> files) {
    const auto parts = read_all(files);
    if (!parts.ok()) {
        return refuse(parts.error());
    }
    std::ofstream file{out, std::ios::binary};
    file << gweld::po::assemble(parts.value());
    return file.flush() ? 0 : 1;
}

int check(char* const* pot, std::span<char* const> files) {
    const auto sentences = read_all({pot, 1});
    const auto parts = read_all(files);
    if (!sentences.ok() || !parts.ok()) {
        return refuse(sentences.ok() ? parts.error() : sentences.error());
    }
    const auto found = gweld::po::faults(sentences.value(), parts.value());
    for (const auto& fault : found) {
        std::cout << fault << '\n';
    }
    return found.empty() ? 0 : 1;
}

} // namespace

int main(int count, char** words) {
    const std::span<char* const> arguments{words, static_cast<std::size_t>(count)};
    const std::string_view verb = count > 2 ? arguments[1] : "";
    if (verb == "assemble") {
        return assemble(arguments[2], arguments.subspan(3));
    }
    if (verb == "check") {
        return check(&arguments[2], arguments.subspan(3));
    }
    std::cerr
        << "usage: gweld_catalogue assemble OUT.po PART.po... | check SENTENCES.pot PART.po...\n";
    return 2;
}
