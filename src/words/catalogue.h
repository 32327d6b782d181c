// catalogue.h - looks up a sentence in the bytes of a gettext .mo file. Knows no language.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace gweld::words {

// Reads the bytes where they lie: nothing is copied, nothing is built at start, and any thread may
// ask. A look-up is a binary search, under a microsecond in 2,000 sentences.
class Catalogue {
  public:
    // Throws std::logic_error when the bytes are no .mo file of this machine's byte order: the
    // catalogue is made by our own build, so that is a bug.
    explicit Catalogue(std::string_view mo);

    // One text, or several plural forms with NUL between them. None: no such sentence.
    std::optional<std::string_view> find(std::string_view sentence) const;
    std::size_t size() const { return count_; }
    // The i-th sentence (a plural's two parted by NUL) and its text, in byte order.
    std::string_view sentence(std::size_t i) const { return text_at(sentences_, i); }
    std::string_view text(std::size_t i) const { return text_at(texts_, i); }

  private:
    std::uint32_t number_at(std::size_t at) const;
    std::string_view text_at(std::size_t table, std::size_t i) const;

    std::string_view mo_;
    std::size_t count_ = 0;
    std::size_t sentences_ = 0; // where the two tables begin
    std::size_t texts_ = 0;
};

// The plural form (0 first) out of NUL-separated forms; the last where there are too few.
std::string_view plural_form(std::string_view forms, std::size_t form);

} // namespace gweld::words
