#include "documents/document.h"

#include "base/result.h"

#include <glib.h>
#include <memory>

namespace gweld::documents {

namespace {

std::string sayable(const std::string& text) {
    const std::unique_ptr<char, decltype(&g_free)> valid{
        g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), &g_free};
    std::string out;
    const char* next = nullptr;
    for (const char* at = valid.get(); *at != '\0'; at = next) {
        next = g_utf8_find_next_char(at, nullptr);
        const auto letter = g_utf8_get_char(at);
        const bool control = (letter < 0x20 && letter != '\n' && letter != '\t') ||
                             letter == 0x7f || letter == 0xfffe || letter == 0xffff;
        if (control) {
            out += ' ';
        } else {
            out.append(at, next);
        }
    }
    return out;
}

using Through = base::FunctionRef<void(std::string&)>;

void go_through(std::vector<std::string>& texts, Through through) {
    for (auto& text : texts) {
        through(text);
    }
}

void go_through(Block& block, Through through) {
    std::visit(base::overloaded{
                   [&](Heading& heading) { through(heading.text); },
                   [&](Paragraph& paragraph) { through(paragraph.text); },
                   [&](Bullets& bullets) { go_through(bullets.items, through); },
                   [&](Pairs& pairs) {
                       for (auto& pair : pairs.pairs) {
                           through(pair.name);
                           through(pair.value);
                       }
                   },
                   [&](Table& table) {
                       through(table.caption);
                       go_through(table.columns, through);
                       for (auto& row : table.rows) {
                           go_through(row, through);
                           row.resize(table.columns.size());
                       }
                   },
               },
               block);
}

} // namespace

Cleared clear(Document document, base::FunctionRef<std::string(std::string)> leave_out) {
    const auto through = [&](std::string& text) { text = leave_out(sayable(text)); };
    through(document.title);
    through(document.footer);
    for (auto& block : document.body) {
        go_through(block, through);
    }
    return Cleared{std::move(document)};
}

} // namespace gweld::documents
