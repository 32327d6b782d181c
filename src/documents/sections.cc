#include "documents/sections.h"

#include "base/result.h"

#include <algorithm>

namespace gweld::documents {

namespace {

class Cutting {
  public:
    explicit Cutting(const std::string& title) {
        if (!title.empty()) {
            line(title);
        }
    }

    void heading(const Heading& heading) {
        end();
        keep_what_heads_nothing(heading.level);
        std::erase_if(above_, [&](const Heading& one) { return one.level >= heading.level; });
        above_.push_back(heading);
        heads_nothing_ = true;
    }
    void line(const std::string& text) {
        if (!text.empty()) {
            text_ += text_.empty() ? text : "\n" + text;
            heads_nothing_ = false;
        }
    }
    void table(const Table& table) {
        if (table.columns.size() == 2 && looks_like_a_form(table)) {
            form_row(table.columns);
            for (const auto& row : table.rows) {
                form_row(row);
            }
            end();
            return;
        }
        line(table.caption);
        if (table.rows.empty()) {
            for (const auto& cell : table.columns) {
                line(cell);
            }
        }
        for (const auto& row : table.rows) {
            line(told(table.columns, row));
        }
    }
    std::vector<Section> take() {
        end();
        keep_what_heads_nothing(0);
        return std::move(sections_);
    }

  private:
    // A line in bold may have been taken for a heading: what it says is not lost.
    void keep_what_heads_nothing(int next_level) {
        if (heads_nothing_ && next_level <= above_.back().level) {
            auto words = above_.back().text;
            above_.pop_back();
            sections_.push_back({heading_now(), std::move(words)});
        }
        heads_nothing_ = false;
    }
    // Labels on the left, most of them short, and of the rest at least some filled in.
    static bool looks_like_a_form(const Table& table) {
        constexpr std::size_t longest_label = 160;
        const auto label = [](const std::string& text) {
            return !text.empty() && text.size() <= longest_label;
        };
        return label(table.columns[0]) && std::ranges::all_of(table.rows, [&](const auto& row) {
                   return row[0].empty() || label(row[0]);
               });
    }
    void form_row(const std::vector<std::string>& row) {
        if (row[0].empty()) { // goes on with what the row above says
            line(row[1]);
            return;
        }
        end();
        label_ = row[0];
        line(row[1]);
    }
    static std::string told(const std::vector<std::string>& columns,
                            const std::vector<std::string>& row) {
        std::string text;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i].empty()) {
                continue;
            }
            text += text.empty() ? "" : "; ";
            text += columns[i].empty() ? row[i] : columns[i] + ": " + row[i];
        }
        return text;
    }
    std::string heading_now() const {
        std::string words;
        for (const auto& one : above_) {
            words += (words.empty() ? "" : ": ") + one.text;
        }
        if (!label_.empty()) {
            words += (words.empty() ? "" : ": ") + label_;
        }
        return words;
    }
    void end() {
        if (!text_.empty()) {
            sections_.push_back({heading_now(), std::move(text_)});
        } // a question nobody answered says nothing
        text_.clear();
        label_.clear();
    }

    std::vector<Section> sections_;
    std::vector<Heading> above_;
    std::string label_;
    std::string text_;
    bool heads_nothing_ = false; // the newest heading, so far
};

} // namespace

std::vector<Section> sections_of(const WordText& text) {
    Cutting cutting{text.title};
    for (const auto& block : text.body) {
        std::visit(base::overloaded{
                       [&](const Heading& heading) { cutting.heading(heading); },
                       [&](const Paragraph& paragraph) { cutting.line(paragraph.text); },
                       [&](const Bullets& bullets) {
                           for (const auto& item : bullets.items) {
                               cutting.line(item);
                           }
                       },
                       [&](const Pairs& pairs) {
                           for (const auto& pair : pairs.pairs) {
                               cutting.line(pair.name + ": " + pair.value);
                           }
                       },
                       [&](const Table& table) { cutting.table(table); },
                   },
                   block);
    }
    return cutting.take();
}

} // namespace gweld::documents
