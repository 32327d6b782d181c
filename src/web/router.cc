#include "web/router.h"

#include <algorithm>
#include <stdexcept>

namespace gweld::web {

namespace {

bool is_slot(std::string_view segment) {
    return segment.starts_with('{') && segment.ends_with('}');
}

std::string_view slot_name(std::string_view segment) {
    return segment.substr(1, segment.size() - 2);
}

// Takes "/segment" off the front of a path.
std::string_view take_segment(std::string_view& path) {
    path.remove_prefix(1);
    const auto segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    return segment;
}

bool fits_slot(std::string_view segment) {
    if (segment.empty()) {
        return false;
    }
    const auto decoded = percent_decode(segment);
    return std::none_of(decoded.begin(), decoded.end(), [](char c) {
        return c == '/' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
}

bool takes(Method route, Method asked) {
    return route == asked || (route == Method::get && asked == Method::head);
}

} // namespace

std::string_view Params::operator[](std::string_view name) const {
    for (const auto& field : list_) {
        if (field.name == name) {
            return field.value;
        }
    }
    return {};
}

std::size_t Router::node_for(std::string_view pattern) {
    std::size_t at = 0;
    while (pattern.starts_with('/')) {
        const auto segment = take_segment(pattern);
        auto known = is_slot(segment) ? nodes_[at].slot : std::size_t{0};
        if (const auto found = nodes_[at].fixed.find(segment); found != nodes_[at].fixed.end()) {
            known = found->second;
        }
        if (known == 0) {
            known = nodes_.size();
            nodes_.emplace_back();
            if (is_slot(segment)) {
                nodes_[at].slot = known;
            } else {
                nodes_[at].fixed.emplace(segment, known);
            }
        }
        at = known;
    }
    return at;
}

Router& Router::add(Method method, std::string name, std::string pattern, Handler handler,
                    Spoken spoken) {
    if (!pattern.starts_with('/')) {
        throw std::logic_error{"a route's pattern starts with a slash: " + pattern};
    }
    auto& here = nodes_[node_for(pattern)].routes;
    for (const auto route : here) {
        if (routes_[route].method == method) {
            throw std::logic_error{"two routes answer " + pattern};
        }
    }
    here.push_back(routes_.size());
    by_name_.emplace(name, routes_.size());
    routes_.push_back({method, std::move(name), std::move(pattern), spoken});
    handlers_.push_back(std::move(handler));
    return *this;
}

const Router::Node* Router::find(std::string_view path) const {
    return path.starts_with('/') ? find_below(nodes_.front(), path) : nullptr;
}

// Depth is bounded by the longest pattern, not by the path.
const Router::Node* Router::find_below(const Node& node, std::string_view rest) const {
    if (rest.empty()) {
        return node.routes.empty() ? nullptr : &node;
    }
    const auto segment = take_segment(rest);
    if (const auto fixed = node.fixed.find(segment); fixed != node.fixed.end()) {
        if (const auto* found = find_below(nodes_[fixed->second], rest)) {
            return found;
        }
    }
    return node.slot != 0 && fits_slot(segment) ? find_below(nodes_[node.slot], rest) : nullptr;
}

Params Router::params_of(const Route& route, std::string_view path) const {
    Params params;
    std::string_view pattern = route.pattern;
    while (!pattern.empty()) {
        const auto wanted = take_segment(pattern);
        const auto sent = take_segment(path);
        if (is_slot(wanted)) {
            params.add(std::string{slot_name(wanted)}, percent_decode(sent));
        }
    }
    return params;
}

Response Router::refuse_method(const Node& node) const {
    std::string allowed;
    for (const auto route : node.routes) {
        const auto method = routes_[route].method;
        allowed.append(allowed.empty() ? "" : ", ").append(name_of(method));
        allowed.append(method == Method::get ? ", HEAD" : "");
    }
    return plain_text("Method Not Allowed\n", 405).with("Allow", allowed);
}

Response Router::nobody(const Request& request) const {
    if (not_found_) {
        return not_found_(request);
    }
    return plain_text("Not Found\n", 404);
}

std::string_view Router::name_for(std::string_view path) const {
    const auto* node = find(path);
    return node == nullptr ? std::string_view{} : routes_[node->routes.front()].name;
}

Response Router::answer(const Request& request) const {
    const auto* node = find(request.path);
    const bool welsh = request.language == words::Language::welsh;
    if (node == nullptr || (welsh && routes_[node->routes.front()].spoken == Spoken::no_language)) {
        return nobody(request);
    }
    for (const auto at : node->routes) {
        if (!takes(routes_[at].method, request.method)) {
            continue;
        }
        if (request.method == Method::post && !request.body.empty() && !carries_form(request)) {
            return plain_text("Unsupported Media Type\n", 415);
        }
        return handlers_[at](request, params_of(routes_[at], request.path));
    }
    return refuse_method(*node);
}

Url Router::url_of(std::string_view name, Filled slots) const {
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) {
        throw std::logic_error{"no route is called " + std::string{name}};
    }
    const auto& route = routes_[found->second];
    std::string address;
    std::string_view pattern = route.pattern;
    while (!pattern.empty()) {
        const auto segment = take_segment(pattern);
        if (!is_slot(segment)) {
            address.append(1, '/').append(segment);
            continue;
        }
        const auto* slot = std::find_if(slots.begin(), slots.end(), [&](const auto& filled) {
            return filled.first == slot_name(segment);
        });
        if (slot == slots.end()) {
            throw std::logic_error{route.pattern + " needs " + std::string{segment}};
        }
        address.append(1, '/').append(percent_encode(slot->second));
    }
    return Url::path(std::move(address));
}

} // namespace gweld::web
