#include "web/pages/offline/list_text.h"

#include "record/json_text.h"
#include "web/pages/offline/offline_words.h"
#include "web/pages/visit/form_pieces.h"

#include <sodium.h>

namespace gweld::web::pages {

namespace {

constexpr int base64_variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

class Json {
  public:
    Json& raw(std::string_view text) {
        out_ += text;
        return *this;
    }
    Json& text(std::string_view value) {
        record::append_json_string(out_, value);
        return *this;
    }
    Json& member(std::string_view name) { return comma().text(name).raw(":"); }
    Json& item() { return comma(); }
    Json& open(std::string_view bracket) {
        first_ = true;
        return raw(bracket);
    }
    Json& close(std::string_view bracket) {
        first_ = false;
        return raw(bracket);
    }
    std::string take() { return std::move(out_); }

  private:
    Json& comma() {
        if (!first_) {
            out_ += ',';
        }
        first_ = false;
        return *this;
    }
    std::string out_;
    bool first_ = true;
};

void write_days(Json& json, const ListForPhone& list) {
    json.member("days").open("{");
    for (int n = -1; n <= 2; ++n) {
        const auto day = list.today.plus_days(n);
        json.member(time::to_iso(day)).open("{");
        for (const auto language : {Language::english, Language::welsh}) {
            json.member(words::tag_of(language)).text(words::in(language).short_date(day));
        }
        json.close("}");
    }
    json.close("}");
}

void write_home(Json& json, const casework::Household& home, Language language) {
    const auto& say = words::in(language);
    std::string boxes;
    json.member(words::tag_of(language)).open("{");
    json.member("name").text(home_name(say, home)).member("needs").open("[");
    for (const auto& child : home.children) {
        for (const auto& need : needs_of(say, child)) {
            json.item().text(need);
        }
        ChildAnswers answers;
        answers.child = child.facts->child;
        answers.name = child.facts->person->forename;
        boxes += child_box(say, answers, {}, {}, {}).markup();
    }
    json.close("]").member("boxes").text(boxes).close("}");
}

} // namespace

std::string base64url(std::string_view bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), base64_variant), '\0');
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      base64_variant);
    text.resize(text.find('\0'));
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    const bool read =
        sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &size, &end, base64_variant) == 0 &&
        end == text.data() + text.size();
    bytes.resize(size);
    return read ? std::optional{std::move(bytes)} : std::nullopt;
}

std::string home_name(const Words& say, const casework::Household& home) {
    return home.children.size() == 1 ? casework::full_name(*home.children.front().facts->person)
                                     : say.say("The {surname} family", {{"surname", home.surname}});
}

std::vector<casework::Household> homes_to_visit(casework::DaysWork work) {
    auto homes = std::move(work.households);
    for (auto& child : work.others) {
        casework::Household home;
        home.surname = child.facts->person->surname;
        home.children.push_back(std::move(child));
        homes.push_back(std::move(home));
    }
    return homes;
}

std::string list_text(const ListForPhone& list) {
    Json json;
    json.open("{").member("device").text(base::to_text(list.taken.device.uuid));
    json.member("worker").text(base::to_text(list.worker));
    json.member("life").raw(std::to_string((list.taken.until - list.taken.at).count()));
    json.member("now").raw(std::to_string(list.taken.at.time_since_epoch().count()));
    json.member("key").text(list.keys.name());
    json.member("point").text(base64url(list.keys.public_point()));
    write_days(json, list);
    json.member("homes").open("[");
    for (const auto* home : list.homes) {
        json.item().open("{");
        json.member("id").text(base::to_text(home->children.front().facts->child.uuid));
        write_home(json, *home, Language::english);
        write_home(json, *home, Language::welsh);
        json.close("}");
    }
    json.close("]").close("}");
    return json.take();
}

} // namespace gweld::web::pages
