#include "law/pages.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace gweld::law {

namespace {

constexpr std::string_view opening = "```toml";
constexpr std::string_view fence = "```";

std::string_view without_trailing_space(std::string_view line) {
    const auto last = line.find_last_not_of(" \r\t");
    return last == std::string_view::npos ? std::string_view{} : line.substr(0, last + 1);
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1);
        lines.push_back(without_trailing_space(text.substr(0, text[end] == '\n' ? end : end + 1)));
        text.remove_prefix(end + 1);
    }
    return lines;
}

} // namespace

base::Result<Block, CardFault> toml_block(const Page& page) {
    const auto lines = lines_of(page.text);
    const auto start = std::ranges::find(lines, opening);
    if (start == lines.end()) {
        return base::Err{CardFault{page.path, 1, "no ```toml block: a card has exactly one"}};
    }
    const auto end = std::find(start, lines.end(), fence);
    const auto line_of = [&](auto at) { return static_cast<int>(at - lines.begin()) + 1; };
    if (end == lines.end()) {
        return base::Err{CardFault{page.path, line_of(start), "the ```toml block is not closed"}};
    }
    if (const auto second = std::find(end, lines.end(), opening); second != lines.end()) {
        return base::Err{CardFault{page.path, line_of(second),
                                   "a second ```toml block: a card has exactly one"}};
    }
    Block block{{}, line_of(start) + 1};
    for (auto line = start + 1; line != end; ++line) {
        block.text.append(*line).append("\n");
    }
    return base::Ok{std::move(block)};
}

base::Result<std::vector<Page>, std::vector<CardFault>> pages_in(const std::string& directory) {
    namespace fs = std::filesystem;
    std::vector<Page> pages;
    std::vector<CardFault> faults;
    std::error_code problem;
    for (fs::recursive_directory_iterator at{directory, problem}, end; !problem && at != end;
         at.increment(problem)) {
        const auto extension = at->path().extension();
        if (!at->is_regular_file() || (extension != ".md" && extension != ".toml")) {
            continue;
        }
        auto name = fs::relative(at->path(), directory).generic_string();
        std::ifstream file{at->path(), std::ios::binary};
        std::string text{std::istreambuf_iterator<char>{file}, {}};
        if (!file) {
            faults.push_back({std::move(name), 0, "cannot be read"});
            continue;
        }
        pages.push_back({std::move(name), std::move(text)});
    }
    if (problem) {
        faults.push_back({directory, 0, "cannot be read: " + problem.message()});
    }
    if (!faults.empty()) {
        return base::Err{std::move(faults)};
    }
    std::ranges::sort(pages, {}, &Page::path);
    return base::Ok{std::move(pages)};
}

base::Result<Book, std::vector<CardFault>> load_book(const std::string& directory) {
    auto pages = pages_in(directory);
    if (!pages.ok()) {
        return base::Err{std::move(pages).error()};
    }
    return book_of(pages.value());
}

base::Result<Book, std::vector<CardFault>> built_in_book() { return book_of(built_in_pages()); }

} // namespace gweld::law
