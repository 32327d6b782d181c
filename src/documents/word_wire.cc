#include "documents/word_wire.h"

#include "base/result.h"

#include <utility>

namespace gweld::documents {

namespace {

constexpr std::string_view begins = "gweld word 1\n";
constexpr std::uint32_t most_of_anything = 1U << 20U;

class Writing {
  public:
    void number(std::uint32_t n) {
        for (unsigned shift = 0; shift < 32; shift += 8) {
            out_.push_back(static_cast<char>((n >> shift) & 0xFFU));
        }
    }
    void text(const std::string& text) {
        number(static_cast<std::uint32_t>(text.size()));
        out_ += text;
    }
    void texts(const std::vector<std::string>& all) {
        number(static_cast<std::uint32_t>(all.size()));
        for (const auto& one : all) {
            text(one);
        }
    }
    void block(const Block& block) {
        number(static_cast<std::uint32_t>(block.index()));
        std::visit(base::overloaded{[&](const Heading& heading) {
                                        number(static_cast<std::uint32_t>(heading.level));
                                        text(heading.text);
                                    },
                                    [&](const Paragraph& paragraph) {
                                        number(static_cast<std::uint32_t>(paragraph.manner));
                                        text(paragraph.text);
                                        text(paragraph.language);
                                    },
                                    [&](const Bullets& bullets) { texts(bullets.items); },
                                    [&](const Pairs& pairs) {
                                        number(static_cast<std::uint32_t>(pairs.pairs.size()));
                                        for (const auto& pair : pairs.pairs) {
                                            text(pair.name);
                                            text(pair.value);
                                        }
                                    },
                                    [&](const Table& table) {
                                        text(table.caption);
                                        texts(table.columns);
                                        number(static_cast<std::uint32_t>(table.rows.size()));
                                        for (const auto& row : table.rows) {
                                            texts(row);
                                        }
                                    }},
                   block);
    }
    std::string take() { return std::move(out_); }
    void raw(std::string_view bytes) { out_ += bytes; }

  private:
    std::string out_;
};

class Reading {
  public:
    explicit Reading(std::string_view bytes) : rest_{bytes} {}

    bool good() const { return good_; }
    bool at_end() const { return good_ && rest_.empty(); }
    std::uint32_t number() {
        if (rest_.size() < 4) {
            good_ = false;
            return 0;
        }
        std::uint32_t n = 0;
        for (unsigned at = 0; at < 4; ++at) {
            n |= static_cast<std::uint32_t>(static_cast<unsigned char>(rest_[at])) << (8U * at);
        }
        rest_.remove_prefix(4);
        return n;
    }
    std::uint32_t below(std::uint32_t limit) {
        const auto n = number();
        good_ = good_ && n < limit;
        return good_ ? n : 0;
    }
    std::string text() {
        const auto size = number();
        if (!good_ || size > rest_.size()) {
            good_ = false;
            return {};
        }
        std::string text{rest_.substr(0, size)};
        rest_.remove_prefix(size);
        return text;
    }
    // Each takes at least four bytes: a count beyond what is left is none.
    template <class Item> auto several(Item item) {
        std::vector<decltype(item())> all;
        for (auto left = below(most_of_anything); good_ && left > 0; --left) {
            all.push_back(item());
        }
        return all;
    }
    std::vector<std::string> texts() {
        return several([&] { return text(); });
    }
    Block block() {
        switch (below(std::variant_size_v<Block>)) {
        case 0: {
            const auto level = static_cast<int>(below(10));
            return Heading{level, text()};
        }
        case 1: {
            const auto manner = static_cast<Manner>(below(3));
            auto words = text();
            return Paragraph{std::move(words), manner, text()};
        }
        case 2:
            return Bullets{texts()};
        case 3:
            return Pairs{several([&] {
                auto name = text();
                return Pairs::Pair{std::move(name), text()};
            })};
        default: {
            Table table;
            table.caption = text();
            table.columns = texts();
            table.rows = several([&] { return texts(); });
            for (const auto& row : table.rows) {
                good_ = good_ && row.size() == table.columns.size();
            }
            return table;
        }
        }
    }

  private:
    std::string_view rest_;
    bool good_ = true;
};

} // namespace

std::string to_wire(const WordRead& read) {
    Writing out;
    out.raw(begins);
    if (!read.ok()) {
        out.number(1);
        out.number(static_cast<std::uint32_t>(read.error()));
        return out.take();
    }
    const auto& word = read.value();
    out.number(0);
    out.text(word.title);
    for (const int count : {word.pictures, word.comments, word.footnotes, word.deletions}) {
        out.number(static_cast<std::uint32_t>(count));
    }
    out.number(static_cast<std::uint32_t>(word.body.size()));
    for (const auto& block : word.body) {
        out.block(block);
    }
    return out.take();
}

std::optional<WordRead> from_wire(std::string_view bytes) {
    if (!bytes.starts_with(begins)) {
        return std::nullopt;
    }
    Reading in{bytes.substr(begins.size())};
    if (in.below(2) == 1) {
        const auto why =
            static_cast<Unread>(in.below(static_cast<std::uint32_t>(Unread::gave_up) + 1));
        return in.at_end() ? std::optional{WordRead{base::Err{why}}} : std::nullopt;
    }
    WordText word;
    word.title = in.text();
    for (int* count : {&word.pictures, &word.comments, &word.footnotes, &word.deletions}) {
        *count = static_cast<int>(in.below(most_of_anything));
    }
    word.body = in.several([&] { return in.block(); });
    return in.at_end() ? std::optional{WordRead{base::Ok{std::move(word)}}} : std::nullopt;
}

} // namespace gweld::documents
