#include "words/po.h"

#include <algorithm>
#include <optional>

namespace gweld::po {

namespace {

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r"), text.size()));
    return text.substr(0, text.find_last_not_of(" \t\r") + 1);
}

std::optional<std::string> unquoted(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') {
        return std::nullopt;
    }
    text = text.substr(1, text.size() - 2);
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') {
            return std::nullopt;
        }
        if (text[i] != '\\' || i + 1 == text.size()) {
            plain += text[i];
            continue;
        }
        const char next = text[++i];
        plain += next == 'n' ? '\n' : next == 't' ? '\t' : next;
    }
    return plain;
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += c == '\n' ? std::string{"\\n"} : std::string{c};
    }
    return out + '"';
}

struct Stop { // why reading ends early
    Fault fault;
};

class Reader {
  public:
    explicit Reader(const std::string& file) : file_{file} {}

    void line(std::string_view text, int number) {
        number_ = number;
        if (text.empty()) {
            finish();
        } else if (text.starts_with("#~")) {
            return; // kept by translators' tools, not in use
        } else if (text.starts_with('#')) {
            comment(text);
        } else if (text.starts_with('"')) {
            append(text);
        } else {
            keyword(text);
        }
    }

    std::vector<Entry> entries() {
        finish();
        return std::move(entries_);
    }

  private:
    [[noreturn]] void stop(const std::string& why) const { throw Stop{{file_, number_, why}}; }

    void comment(std::string_view text) {
        if (begun_) {
            finish();
        }
        entry_.comments.emplace_back(text);
    }

    void append(std::string_view text) {
        const auto more = unquoted(text);
        if (!more || into_ == nullptr) {
            stop("a line in quotes that continues nothing, or is not closed");
        }
        into_->append(*more);
    }

    void keyword(std::string_view text) {
        const auto space = std::min(text.find_first_of(" \t"), text.size());
        const auto word = text.substr(0, space);
        const auto value = unquoted(trimmed(text.substr(space)));
        if (!value) {
            stop("text in double quotes must stand after " + std::string{word});
        }
        into_ = &slot_for(word);
        *into_ = *value;
    }

    std::string& slot_for(std::string_view word) {
        if (word == "msgid") {
            if (begun_) {
                finish();
            }
            begun_ = true;
            entry_.line = number_;
            return entry_.id;
        }
        if (!begun_) {
            stop("msgid must come first");
        }
        if (word == "msgid_plural") {
            return entry_.plural_id;
        }
        const bool next_form = word == "msgstr[" + std::to_string(entry_.texts.size()) + "]";
        if (!next_form && (word != "msgstr" || !entry_.texts.empty())) {
            stop("not understood here: " + std::string{word});
        }
        // Room for every form, so that `into_` stays valid while lines are appended.
        entry_.texts.reserve(8);
        return entry_.texts.emplace_back();
    }

    void finish() {
        if (begun_ && !entry_.id.empty()) {
            entry_.file = file_;
            entries_.push_back(std::move(entry_));
        }
        entry_ = {};
        begun_ = false;
        into_ = nullptr;
    }

    const std::string& file_;
    int number_ = 0;
    bool begun_ = false;
    Entry entry_;
    std::string* into_ = nullptr;
    std::vector<Entry> entries_;
};

} // namespace

bool Entry::fuzzy() const {
    return std::any_of(comments.begin(), comments.end(), [](const std::string& comment) {
        return comment.starts_with("#,") && comment.find("fuzzy") != std::string::npos;
    });
}

bool Entry::unverified() const {
    return std::any_of(comments.begin(), comments.end(),
                       [](const std::string& comment) { return comment.starts_with("#. check:"); });
}

base::Result<std::vector<Entry>, Fault> read(std::string_view text, const std::string& file) {
    Reader reader{file};
    try {
        for (int number = 1; !text.empty(); ++number) {
            const auto line = text.substr(0, text.find('\n'));
            text.remove_prefix(std::min(text.size(), line.size() + 1));
            reader.line(trimmed(line), number);
        }
        return base::Ok{reader.entries()};
    } catch (const Stop& stop) {
        return base::Err{stop.fault};
    }
}

std::string write(const std::vector<Entry>& entries) {
    std::string out;
    for (const auto& entry : entries) {
        for (const auto& comment : entry.comments) {
            out.append(comment).append("\n");
        }
        out.append("msgid ").append(quoted(entry.id)).append("\n");
        if (entry.plural_id.empty()) {
            out.append("msgstr ").append(quoted(entry.texts.empty() ? "" : entry.texts.front()));
            out.append("\n\n");
            continue;
        }
        out.append("msgid_plural ").append(quoted(entry.plural_id)).append("\n");
        for (std::size_t form = 0; form < entry.texts.size(); ++form) {
            out.append("msgstr[").append(std::to_string(form)).append("] ");
            out.append(quoted(entry.texts[form])).append("\n");
        }
        out.append("\n");
    }
    return out;
}

} // namespace gweld::po
