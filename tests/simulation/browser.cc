#include "browser.h"

#include <algorithm>

namespace gweld::simulation {

namespace {

std::string plain(std::string_view text) {
    static const std::vector<std::pair<std::string_view, char>> escapes{
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    std::string out;
    while (!text.empty()) {
        const auto one = std::ranges::find_if(
            escapes, [&](const auto& escape) { return text.starts_with(escape.first); });
        out += one == escapes.end() ? text.front() : one->second;
        text.remove_prefix(one == escapes.end() ? 1 : one->first.size());
    }
    return out;
}

std::string_view attribute(std::string_view tag, std::string_view name) {
    const auto begins = std::string{name} + "=\"";
    const auto at = tag.find(begins);
    if (at == std::string_view::npos) {
        return {};
    }
    tag.remove_prefix(at + begins.size());
    return tag.substr(0, tag.find('"'));
}

// Refused, sent on, shown: whatever may be said while nothing is wrong with the disk.
bool is_usual(int status) {
    static const std::set<int> usual{200, 303, 401, 403, 404, 409, 410, 422};
    return usual.contains(status);
}
constexpr int cannot_now = 503;
constexpr int no_room = 507;

} // namespace

std::vector<Field> hidden_in_form_with(std::string_view page, std::string_view name) {
    const auto at = page.find("name=\"" + std::string{name} + "\"");
    const auto begin = at == std::string_view::npos ? at : page.rfind("<form", at);
    if (begin == std::string_view::npos) {
        return {};
    }
    auto form = page.substr(begin, page.find("</form>", at) - begin);
    std::vector<Field> fields;
    constexpr std::string_view input = "<input type=\"hidden\"";
    for (auto next = form.find(input); next != std::string_view::npos; next = form.find(input)) {
        form.remove_prefix(next);
        const auto tag = form.substr(0, form.find('>'));
        fields.push_back({plain(attribute(tag, "name")), plain(attribute(tag, "value"))});
        form.remove_prefix(tag.size());
    }
    return fields;
}

void set(std::vector<Field>& fields, std::string_view name, std::string value) {
    std::erase_if(fields, [&](const Field& field) { return field.name == name; });
    fields.push_back({std::string{name}, std::move(value)});
}

std::string value_of(const std::vector<Field>& fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &Field::name);
    return found == fields.end() ? "" : found->value;
}

bool Page::asks_who_is_there() const {
    return status == 401 || (status == 303 && location.find("/sign-in") != std::string::npos);
}

std::optional<Response> Network::send(const web::Request& request) {
    auto& chance = machine_.chance();
    const bool changes = request.method == web::Method::post;
    if (shaky_ == Shaky::no) {
        return deliver(request);
    }
    if (chance.one_in(14)) {
        ++counts_["a request was lost"];
        return std::nullopt;
    }
    if (changes && chance.one_in(10)) {
        ++counts_["a request was delayed"];
        late_.push_back(request);
        return std::nullopt;
    }
    if (changes && chance.one_in(10)) {
        ++counts_["a request was doubled"];
        if (chance.one_in(2)) {
            late_.push_back(request);
        } else {
            static_cast<void>(deliver(request));
        }
    }
    auto response = deliver(request);
    if (response && chance.one_in(10)) {
        ++counts_["an answer was lost"];
        return std::nullopt;
    }
    return response;
}

void Network::deliver_a_late_one() {
    if (late_.empty()) {
        return;
    }
    const auto at = machine_.chance().below(late_.size());
    counts_["requests changed places"] += at == 0 ? 0U : 1U;
    ++counts_["a request came late"];
    const auto request = late_[at];
    late_.erase(late_.begin() + static_cast<std::ptrdiff_t>(at));
    static_cast<void>(deliver(request));
}

void Network::deliver_all() {
    while (!late_.empty()) {
        deliver_a_late_one();
    }
}

std::optional<Response> Network::deliver(const web::Request& request) {
    try {
        auto response = machine_.answer(request);
        if (response) {
            judge(request, *response);
        }
        return response;
    } catch (const std::exception& thrown) {
        bug_ = request.path + ": " + thrown.what();
        return std::nullopt;
    }
}

void Network::judge(const web::Request& request, const Response& response) {
    const bool of_the_disk = response.status == cannot_now || response.status == no_room;
    if (of_the_disk) {
        ++counts_["it was said that it is not certain, or cannot be, saved"];
    }
    if (!is_usual(response.status) && !(of_the_disk && machine_.may_be_sick())) {
        bug_ = request.path + ": answered with " + std::to_string(response.status);
    }
}

std::optional<Page> Browser::get(std::string_view target) {
    web::Request request;
    request.method = web::Method::get;
    EXPECT_EQ(web::read_target(target, request), web::Target::understood) << target;
    return ask(std::move(request));
}

std::optional<Page> Browser::post(std::string_view target, std::vector<Field> form,
                                  std::string_view from_script) {
    web::Request request;
    request.method = web::Method::post;
    EXPECT_EQ(web::read_target(target, request), web::Target::understood) << target;
    request.form = web::Fields{std::move(form)};
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    request.headers.add("Sec-Fetch-Site", "same-origin");
    if (!from_script.empty()) {
        request.headers.add("X-Gweld", from_script);
    }
    return ask(std::move(request));
}

std::optional<Page> Browser::ask(web::Request request) {
    std::string cookies;
    for (const auto& [name, value] : cookies_) {
        cookies += (cookies.empty() ? "" : "; ") + name + "=" + value;
    }
    request.headers.add("Cookie", cookies);
    const auto response = network_.send(request);
    if (!response) {
        return std::nullopt;
    }
    for (const auto& [name, value] : response->headers) {
        if (name == "Set-Cookie") {
            const auto is = value.find('=');
            cookies_[value.substr(0, is)] = value.substr(is + 1, value.find(';') - is - 1);
        }
    }
    return Page{response->status, std::string{response->body.bytes()},
                std::string{response->header("Location")}};
}

std::optional<Page> Browser::sign_in(std::vector<Field> carried) {
    if (carried.empty()) {
        const auto page = get("/sign-in");
        if (!page) {
            return std::nullopt;
        }
        carried = hidden_in_form_with(page->text, "password");
    }
    set(carried, "name", name_);
    set(carried, "password", std::string{password});
    const auto answer = post("/sign-in", std::move(carried));
    return answer && answer->status == 303 && !answer->location.empty() ? get(answer->location)
                                                                        : answer;
}

} // namespace gweld::simulation
