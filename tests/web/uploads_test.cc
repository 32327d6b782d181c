// Files sent to the server over a socket: taken where an address takes them, refused elsewhere.
#include "client.h"

#include <gtest/gtest.h>

namespace gweld::web {
namespace {

Options taking_files(std::size_t body = 100'000) {
    Options options;
    options.uploads = [body](const Request& request) -> std::optional<UploadLimits> {
        return request.path == "/send" ? std::optional{UploadLimits{body, 5'000, 2, 1'000}}
                                       : std::nullopt;
    };
    return options;
}

Response tell(const Request& request) {
    std::string text = "worry=" + std::string{request.form.text("worry")};
    for (const auto& file : request.files) {
        text += " " + file.name + ":" + std::to_string(static_cast<int>(file.arrived)) + ":" +
                std::to_string(file.bytes().size());
    }
    return plain_text(text + " body=" + std::to_string(request.body.size()));
}

std::string form(std::size_t file_size) {
    return "--BB\r\nContent-Disposition: form-data; name=\"worry\"\r\n\r\ncold\r\n"
           "--BB\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" +
           std::string(file_size, 'a') + "\r\n--BB--\r\n";
}

std::string request_for(std::string_view path, const std::string& body,
                        std::string_view more = "") {
    return "POST " + std::string{path} +
           " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
           "Content-Type: multipart/form-data; boundary=BB\r\n" +
           std::string{more} + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

TEST(Uploads, are_read_as_they_arrive_and_never_as_a_body) {
    const Running server{taking_files(), tell};
    const auto answer = server.ask(request_for("/send", form(4'000)));
    EXPECT_EQ(status_in(answer), 200);
    EXPECT_TRUE(holds(answer, "worry=cold a.txt:0:4000 body=0")) << answer;
}

TEST(Uploads, chunked_they_are_read_too) {
    const Running server{taking_files(), tell};
    const auto body = form(3);
    std::string chunks;
    for (const char c : body) {
        chunks += "1\r\n" + std::string(1, c) + "\r\n";
    }
    const auto answer = server.ask("POST /send HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                                   "Content-Type: multipart/form-data; boundary=BB\r\n"
                                   "Transfer-Encoding: chunked\r\n\r\n" +
                                   chunks + "0\r\n\r\n");
    EXPECT_TRUE(holds(answer, "worry=cold a.txt:0:3")) << answer;
}

TEST(Uploads, a_file_too_large_leaves_the_rest_of_the_form_to_be_read) {
    const Running server{taking_files(), tell};
    EXPECT_TRUE(holds(server.ask(request_for("/send", form(6'000))), "worry=cold a.txt:1:0"));
}

TEST(Uploads, a_body_larger_than_all_that_is_taken_is_refused_before_it_is_read) {
    const Running server{taking_files(5'000), tell};
    EXPECT_EQ(status_in(server.ask(request_for("/send", form(6'000)))), 413);
}

TEST(Uploads, elsewhere_a_form_with_files_is_a_body_like_any_other_and_as_small) {
    const Running server{taking_files(5'000'000), tell};
    EXPECT_TRUE(holds(server.ask(request_for("/other", form(10))), "worry= body="));
    EXPECT_EQ(status_in(server.ask(request_for("/other", form(3'000'000)))), 413);
}

TEST(Uploads, one_that_is_cut_short_or_not_in_order_is_not_understood) {
    const Running server{taking_files(), tell};
    EXPECT_EQ(status_in(server.ask(request_for("/send", "--BB\r\nnonsense\r\n\r\n--BB--"))), 400);
    EXPECT_EQ(status_in(server.ask(request_for("/send", form(10).substr(0, 60)))), 400);
}

TEST(Uploads, where_the_disk_has_no_room_left_the_form_still_arrives) {
    auto options = taking_files();
    options.most_upload_bytes_at_once = 100;
    const Running server{options, tell};
    EXPECT_TRUE(holds(server.ask(request_for("/send", form(200))), "worry=cold a.txt:3:0"));
    EXPECT_TRUE(holds(server.ask(request_for("/send", form(90))), "worry=cold a.txt:0:90"));
}

} // namespace
} // namespace gweld::web
