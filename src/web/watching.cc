#include "web/watching.h"

#include <algorithm>
#include <cstdio>

namespace gweld::web {

namespace {

std::string seconds(std::chrono::microseconds took) {
    constexpr double in_a_second = 1e6;
    std::array<char, 32> text{};
    const int n = std::snprintf(text.data(), text.size(), "%.6f",
                                static_cast<double>(took.count()) / in_a_second);
    return {text.data(), static_cast<std::size_t>(std::max(n, 0))};
}

void begin(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
    out.append("# HELP ").append(name).append(" ").append(help).append("\n");
    out.append("# TYPE ").append(name).append(" ").append(type).append("\n");
}

void put(std::string& out, std::string_view name, std::string_view labels, std::uint64_t value) {
    out.append(name).append(labels).append(" ").append(std::to_string(value)).append("\n");
}

} // namespace

void Watching::saw(const Watched& one) {
    const std::lock_guard lock{mutex_};
    ++answered_[{std::string{one.route}, one.status}];
    auto& times = one.method == Method::post ? writing_ : reading_;
    ++times.count;
    times.sum += one.took;
    for (std::size_t i = 0; i < bounds_ms.size(); ++i) {
        if (one.took <= std::chrono::milliseconds{bounds_ms[i]}) {
            ++times.within[i];
            break;
        }
    }
}

void Watching::put_times(std::string& out, std::string_view kind, const Times& times) {
    const std::string name = "gweld_request_seconds";
    const auto label = "{kind=\"" + std::string{kind} + "\"";
    std::uint64_t so_far = 0;
    for (std::size_t i = 0; i < bounds_ms.size(); ++i) {
        so_far += times.within[i];
        const auto bound = seconds(std::chrono::milliseconds{bounds_ms[i]});
        put(out, name + "_bucket", label + ",le=\"" + bound + "\"}", so_far);
    }
    put(out, name + "_bucket", label + ",le=\"+Inf\"}", times.count);
    out += name + "_sum" + label + "} " + seconds(times.sum) + "\n";
    put(out, name + "_count", label + "}", times.count);
}

std::string Watching::told(const Load& load, std::optional<std::int64_t> entries) const {
    std::string out;
    begin(out, "gweld_record_readable", "gauge", "1: the record can be read.");
    put(out, "gweld_record_readable", "", entries ? 1 : 0);
    if (entries) {
        begin(out, "gweld_record_entries", "counter", "Entries in the record.");
        put(out, "gweld_record_entries", "", static_cast<std::uint64_t>(*entries));
    }
    begin(out, "gweld_connections", "gauge", "Connections open.");
    put(out, "gweld_connections", "", load.connections);
    begin(out, "gweld_requests_waiting", "gauge", "Requests waiting for a worker.");
    put(out, "gweld_requests_waiting", "", load.waiting);
    begin(out, "gweld_reports_waiting", "gauge", "Reports waiting for a worker, among them.");
    put(out, "gweld_reports_waiting", "", load.reports_waiting);
    begin(out, "gweld_turned_away_total", "counter",
          "Requests and connections refused because too many were waiting.");
    put(out, "gweld_turned_away_total", "", load.turned_away);
    begin(out, "gweld_given_up_total", "counter", "Clients that took too long to ask.");
    put(out, "gweld_given_up_total", "", load.given_up);
    begin(out, "gweld_made_room_total", "counter", "Quiet connections closed for new ones.");
    put(out, "gweld_made_room_total", "", load.made_room);
    const std::lock_guard lock{mutex_};
    begin(out, "gweld_requests_total", "counter", "Requests answered, by page and status.");
    for (const auto& [what, count] : answered_) {
        put(out, "gweld_requests_total",
            "{route=\"" + what.first + "\",status=\"" + std::to_string(what.second) + "\"}", count);
    }
    begin(out, "gweld_request_seconds", "histogram", "From the whole request to the answer made.");
    put_times(out, "read", reading_);
    put_times(out, "write", writing_);
    return out;
}

std::string log_line(std::string_view at, std::string_view request_id, const Watched& one) {
    std::string line = R"({"at":")";
    line.append(at).append(R"(","request":")").append(request_id);
    line.append(R"(","route":")").append(one.route);
    line.append(R"(","method":")").append(name_of(one.method));
    line.append(R"(","status":)").append(std::to_string(one.status));
    line.append(R"(,"ms":)").append(std::to_string(one.took.count() / 1000)).append("}");
    return line;
}

} // namespace gweld::web
