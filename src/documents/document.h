// document.h - what a document says, in the order it is read: for paper, for Word, for somebody who
// listens to it. Knows no record, no page and no kind of file.
#pragma once

#include "base/function_ref.h"

#include <string>
#include <variant>
#include <vector>

namespace gweld::documents {

// Headings lead down one level at a time; the title is the only one of level 1.
struct Heading {
    int level = 2; // 2 to 4
    std::string text;
    friend bool operator==(const Heading&, const Heading&) = default;
};

enum class Manner : unsigned char {
    plain,
    quoted, // somebody's own words
    quiet   // about the document rather than in it: who wrote it down, and when
};
struct Paragraph {
    std::string text; // a line break where it has one
    Manner manner = Manner::plain;
    std::string language = {}; // BCP 47, of a quotation; empty: the document's
    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

struct Bullets {
    std::vector<std::string> items;
    friend bool operator==(const Bullets&, const Bullets&) = default;
};

struct Pairs { // "Chair: Eleri Vaughan"
    struct Pair {
        std::string name;
        std::string value;
        friend bool operator==(const Pair&, const Pair&) = default;
    };
    std::vector<Pair> pairs;
    friend bool operator==(const Pairs&, const Pairs&) = default;
};

struct Table { // every row as long as the columns
    std::string caption;
    std::vector<std::string> columns; // what stands in each; read out with every cell
    std::vector<std::vector<std::string>> rows;
    friend bool operator==(const Table&, const Table&) = default;
};

using Block = std::variant<Heading, Paragraph, Bullets, Pairs, Table>;

struct Document {
    std::string language; // "en", "cy"
    std::string title;
    std::vector<Block> body;
    std::string footer;  // who made it and when, that it is confidential: on every page
    std::string page;    // "Page {n} of {all}", with these two slots
    std::string made_at; // "2026-11-24T10:00:00Z"
};

// A document every text of which has been looked through for what may not leave the house. The
// writers take nothing else, and nothing but clear() makes one.
class Cleared {
  public:
    const Document& document() const { return document_; }

  private:
    friend Cleared clear(Document, base::FunctionRef<std::string(std::string)>);
    explicit Cleared(Document document) : document_{std::move(document)} {}
    Document document_;
};

// `leave_out` is given each text whole: the title, a paragraph, a cell. What is no UTF-8 and what
// XML cannot say (control characters) is replaced before.
Cleared clear(Document document, base::FunctionRef<std::string(std::string)> leave_out);

} // namespace gweld::documents
