// gweld_templates OUT_DIR NAMESPACE ROOT FILE... : compiles each FILE (an .html below ROOT) to
// OUT_DIR/<its path>.h and all of them to OUT_DIR/templates.cc. Files that would not change are
// left alone, so that an edit rebuilds only what includes it.
#include "templates/writer.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <span>

namespace {

namespace fs = std::filesystem;

std::optional<std::string> contents(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        return std::nullopt;
    }
    return std::string{std::istreambuf_iterator<char>{in}, {}};
}

void write_if_changed(const fs::path& file, const std::string& text) {
    if (contents(file) == text) {
        return;
    }
    fs::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary} << text;
}

std::string header_of(const gweld::templates::FileSource& source, const std::string& declarations,
                      const std::string& path, const std::string& space) {
    std::string header = "// Generated from " + path +
                         ".\n#pragma once\n\n#include \"web/html.h\"\n" +
                         "#include \"words/words.h\"\n";
    for (const auto& include : source.includes) {
        header += "#line " + std::to_string(include.line) + " \"" + path + "\"\n#include " +
                  include.file + "\n";
    }
    return header + "\nnamespace " + space + " {\n" + declarations + "} // namespace " + space +
           "\n";
}

} // namespace

int main(int count, char** words) {
    const std::span arguments{words, static_cast<std::size_t>(count)};
    if (count < 4) {
        std::cerr << "usage: gweld_templates OUT_DIR NAMESPACE ROOT FILE...\n";
        return 2;
    }
    const fs::path out = arguments[1];
    const std::string space = arguments[2];
    const fs::path root = arguments[3];
    std::string unity = "// Generated: every template.\n#include \"web/said.h\"\n";
    std::string definitions;
    bool refused = false;
    for (const std::string file : arguments.subspan(4)) {
        const auto text = contents(file);
        if (!text) {
            std::cerr << file << ": cannot be read\n";
            return 1;
        }
        try {
            const auto source = gweld::templates::scan(*text);
            const auto written = gweld::templates::write_templates(source, file);
            const auto header = fs::relative(file, root).string() + ".h";
            write_if_changed(out / header, header_of(source, written.declarations, file, space));
            unity += "#include \"" + header + "\"\n";
            definitions += written.definitions;
        } catch (const gweld::templates::Mistake& mistake) {
            std::cerr << file << ':' << mistake.line << ": error: " << mistake.what() << '\n';
            refused = true;
        }
    }
    if (!refused) {
        write_if_changed(out / "templates.cc", unity + "\nnamespace " + space + " {\n\n" +
                                                   definitions + "} // namespace " + space + "\n");
    }
    return refused ? 1 : 0;
}
