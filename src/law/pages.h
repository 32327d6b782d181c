// pages.h - the pages of law/ as text, wherever they come from, and the book made of them. Knows no
// TOML.
#pragma once

#include "law/card.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::law {

struct Page {
    std::string path; // from the top of law/: "child-protection/visit-alone.md"
    std::string text;
};

// Every .md and .toml below the directory, by path. Faults: a page or the directory cannot be read.
base::Result<std::vector<Page>, std::vector<CardFault>> pages_in(const std::string& directory);
// What was in law/ when the program was built.
std::vector<Page> built_in_pages();

base::Result<Book, std::vector<CardFault>> book_of(std::span<const Page> pages);

// The one ```toml block of a card, and the line of the page its first line is on.
struct Block {
    std::string text;
    int first_line;
};
base::Result<Block, CardFault> toml_block(const Page& page);

} // namespace gweld::law
