#include "web/problem_page.h"

#include "web/pages/problem/problem.html.h"

#include <memory>

namespace gweld::web {

namespace {

constexpr int retry_after_seconds = 2;

std::string_view title_of(Problem problem) {
    switch (problem) {
    case Problem::our_bug:
        return words::mark("Sorry, there is a problem with the service");
    case Problem::busy:
        return words::mark("The service is busy");
    case Problem::too_large:
        return words::mark("What you sent is too large");
    case Problem::took_too_long:
        return words::mark("The connection was too slow");
    case Problem::not_understood:
    case Problem::header_too_large:
    case Problem::not_this_server:
        break;
    }
    return words::mark("The browser sent something we cannot understand");
}

Response kept(Response made) {
    const auto text = std::make_shared<const std::string>(made.body.bytes());
    made.body = Body::shared(*text, text);
    return made;
}

} // namespace

int status_of(Problem problem) {
    switch (problem) {
    case Problem::not_understood:
        return 400;
    case Problem::took_too_long:
        return 408;
    case Problem::too_large:
        return 413;
    case Problem::header_too_large:
        return 431;
    case Problem::not_this_server:
        return 421;
    case Problem::busy:
        return 503;
    case Problem::our_bug:
        break;
    }
    return 500;
}

Response problem_page(Problem problem, std::optional<words::Language> language,
                      std::string_view incident) {
    const auto& first = words::in(language.value_or(words::Language::english));
    Out out;
    pages::put_problem_words(out, first, problem, incident, retry_after_seconds);
    if (!language) {
        pages::put_problem_words(out, words::in(words::Language::welsh), problem, incident,
                                 retry_after_seconds);
    }
    auto response = page(pages::problem_document(first, words::tag_of(first.language()),
                                                 first.say(title_of(problem)), out.take()),
                         status_of(problem));
    if (problem == Problem::busy) {
        response.with("Retry-After", std::to_string(retry_after_seconds));
    }
    return response;
}

Response busy_page(words::Language language) {
    static const auto english = kept(problem_page(Problem::busy, words::Language::english, {}));
    static const auto welsh = kept(problem_page(Problem::busy, words::Language::welsh, {}));
    return language == words::Language::welsh ? welsh : english;
}

} // namespace gweld::web
