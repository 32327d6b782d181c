// gweld_embed bytes OUT.cc NAMESPACE NAME FILE      : `const std::string_view NAME`
// gweld_embed assets OUT.cc FILE...                 : the table of web/static_files.h, with a
//                                                     brotli and a gzip form of each that shrinks
#include "embed/embed.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>

namespace {

std::string contents(const std::string& file) {
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        std::cerr << file << ": cannot be read\n";
        std::exit(1);
    }
    return {std::istreambuf_iterator<char>{in}, {}};
}

// {"bytes", size}: a file may hold zero bytes, so the length is written out.
std::string view_of(const std::string& bytes) {
    return "{" + gweld::embed::literal_of(bytes) + ", " + std::to_string(bytes.size()) + "}";
}

std::string if_smaller(std::string compressed, const std::string& plain) {
    return compressed.size() < plain.size() ? std::move(compressed) : std::string{};
}

void write_bytes(std::ostream& out, const std::string& space, const std::string& name,
                 const std::string& file) {
    out << "#include <string_view>\n\nnamespace " << space << " {\n\nextern const std::string_view "
        << name << ";\nconst std::string_view " << name << view_of(contents(file))
        << ";\n\n} // namespace " << space << "\n";
}

void write_assets(std::ostream& out, std::span<char* const> files) {
    out << "#include \"web/static_files.h\"\n\nnamespace gweld::web {\n\nnamespace {\n\n"
        << "const std::vector<EmbeddedFile> files{\n";
    for (const std::string file : files) {
        const auto plain = contents(file);
        out << "{\"" << std::filesystem::path{file}.filename().string() << "\",\n"
            << view_of(plain) << ",\n"
            << view_of(if_smaller(gweld::embed::brotli(plain), plain)) << ",\n"
            << view_of(if_smaller(gweld::embed::gzip(plain), plain)) << "},\n";
    }
    out << "};\n\n} // namespace\n\nstd::span<const EmbeddedFile> embedded_files() { return files; "
           "}\n\n} // namespace gweld::web\n";
}

} // namespace

int main(int count, char** words) {
    const std::span<char* const> arguments{words, static_cast<std::size_t>(count)};
    const std::string_view verb = count > 2 ? arguments[1] : "";
    if (verb == "bytes" && count == 6) {
        std::ofstream out{arguments[2], std::ios::binary};
        write_bytes(out, arguments[3], arguments[4], arguments[5]);
        return out.flush() ? 0 : 1;
    }
    if (verb == "assets") {
        std::ofstream out{arguments[2], std::ios::binary};
        write_assets(out, arguments.subspan(3));
        return out.flush() ? 0 : 1;
    }
    std::cerr << "usage: gweld_embed bytes OUT.cc NAMESPACE NAME FILE | assets OUT.cc FILE...\n";
    return 2;
}
