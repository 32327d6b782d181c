#include "words/parts.h"

#include <algorithm>
#include <map>
#include <set>

namespace gweld::po {

namespace {

constexpr std::size_t welsh_forms = 6;

constexpr std::string_view header = R"(msgid ""
msgstr ""
"Project-Id-Version: gweld\n"
"Language: cy\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=6; plural=(n==0)?0:(n==1)?1:(n==2)?2:(n==3)?3:(n==6)?4:5;\n"

)";

std::string place(const Entry& entry) { return entry.file + ":" + std::to_string(entry.line); }

std::set<std::string> slots_in(std::string_view text) {
    std::set<std::string> names;
    for (auto open = text.find('{'); open != std::string_view::npos;
         open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        if (close != std::string_view::npos) {
            names.emplace(text.substr(open + 1, close - open - 1));
        }
    }
    return names;
}

// A form for an exact number (none, one, two ...) may put the number into words.
void add_slot_faults(const Entry& entry, std::vector<std::string>& faults) {
    const auto wanted = slots_in(entry.plural_id.empty() ? entry.id : entry.plural_id);
    for (std::size_t form = 0; form < entry.texts.size(); ++form) {
        auto given = slots_in(entry.texts[form]);
        const bool exact = !entry.plural_id.empty() && form + 1 < welsh_forms;
        if (exact && wanted.contains("n")) {
            given.insert("n");
        }
        if (given != wanted) {
            faults.push_back(place(entry) + ": the {slots} differ from the English: \"" + entry.id +
                             "\"");
            return;
        }
    }
}

void add_form_faults(const Entry& entry, std::vector<std::string>& faults) {
    const auto wanted = entry.plural_id.empty() ? 1 : welsh_forms;
    const bool blank = std::any_of(entry.texts.begin(), entry.texts.end(),
                                   [](const std::string& text) { return text.empty(); });
    if (entry.texts.size() != wanted || blank) {
        faults.push_back(place(entry) + ": needs " + std::to_string(wanted) +
                         " Welsh text(s), none empty: \"" + entry.id + "\"");
    }
    if (entry.fuzzy()) {
        faults.push_back(place(entry) + ": is marked fuzzy and would not be shown: \"" + entry.id +
                         "\"");
    }
}

using Known = std::map<std::string, const Entry*>;

Known add_conflicts(const std::vector<Entry>& parts, std::vector<std::string>& faults) {
    Known known;
    for (const auto& entry : parts) {
        const auto [first, fresh] = known.emplace(entry.id, &entry);
        if (!fresh &&
            (first->second->texts != entry.texts || first->second->plural_id != entry.plural_id)) {
            faults.push_back(place(entry) + ": put into Welsh another way at " +
                             place(*first->second) + ": \"" + entry.id + "\"");
        }
    }
    return known;
}

// A table of labels marks the two halves of a plural apart, each by itself: both are then in use,
// and the entry that holds them together is the Welsh of both.
std::set<std::string> marked_plurals(const std::vector<Entry>& parts,
                                     const std::set<std::string>& used) {
    std::set<std::string> halves;
    for (const auto& entry : parts) {
        if (used.contains(entry.id) && used.contains(entry.plural_id)) {
            halves.insert({entry.id, entry.plural_id});
        }
    }
    return halves;
}

// Where the sentence stands in the program: the first "#: file:line" xgettext wrote.
std::string used_at(const Entry& sentence) {
    for (const auto& comment : sentence.comments) {
        if (comment.starts_with("#: ")) {
            return comment.substr(3, comment.find(' ', 3) - 3);
        }
    }
    return place(sentence);
}

} // namespace

std::string assemble(const std::vector<Entry>& parts) {
    std::set<std::string> seen;
    std::vector<Entry> kept;
    for (const auto& entry : parts) {
        if (seen.insert(entry.id).second) {
            kept.push_back(entry);
        }
    }
    return std::string{header} + write(kept);
}

std::vector<std::string> faults(const std::vector<Entry>& sentences,
                                const std::vector<Entry>& parts) {
    std::vector<std::string> found;
    const auto known = add_conflicts(parts, found);
    for (const auto& entry : parts) {
        add_form_faults(entry, found);
        add_slot_faults(entry, found);
    }
    std::set<std::string> used;
    for (const auto& sentence : sentences) {
        used.insert(sentence.id);
    }
    const auto marked = marked_plurals(parts, used);
    for (const auto& sentence : sentences) {
        const auto welsh = known.find(sentence.id);
        if (marked.contains(sentence.id)) {
            continue;
        }
        if (welsh == known.end()) {
            found.push_back(used_at(sentence) + ": has no Welsh: \"" + sentence.id + "\"");
        } else if (welsh->second->plural_id != sentence.plural_id) {
            found.push_back(place(*welsh->second) + ": its English plural should be \"" +
                            sentence.plural_id + "\"");
        }
    }
    for (const auto& [id, entry] : known) {
        if (!used.contains(id)) {
            found.push_back(place(*entry) + ": no longer used: \"" + id + "\"");
        }
    }
    return found;
}

} // namespace gweld::po
