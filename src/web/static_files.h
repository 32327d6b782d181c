// static_files.h - style sheets, scripts and pictures: kept in memory, addressed by their content,
// so that a browser may keep them for ever. Knows no page.
#pragma once

#include "web/http.h"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::web {

// As compiled into the program. An empty compressed form: compressing gains nothing.
struct EmbeddedFile {
    std::string_view name; // "app.css"
    std::string_view plain;
    std::string_view brotli;
    std::string_view gzip;
};
std::span<const EmbeddedFile> embedded_files();

struct CannotRead {
    std::string path;
    std::string why;
};

// Every file, read once at start.
class StaticFiles {
  public:
    static StaticFiles embedded();
    // For work on the style sheets: the files of one folder instead of the compiled ones.
    static base::Result<StaticFiles, CannotRead> from_directory(const std::string& path);

    // "/assets/app.3f2a9c1b5d.css". A name we do not have: "/assets/" and the name, which is a 404
    // and not an error, because the program also builds without its assets.
    Url url_of(std::string_view name) const;
    // The address without its hash also answers, to be asked again each time; an old hash does not.
    // `file` is what follows "/assets/".
    Response answer(const Request& request, std::string_view file) const;
    // What stands in the file, for a page that must be whole in itself; empty: no such file.
    std::string_view text_of(std::string_view name) const;
    std::vector<std::string_view> names() const;

  private:
    struct File {
        std::string content_type;
        std::string hash;
        std::string_view plain;
        std::string_view brotli;
        std::string_view gzip;
    };
    void add(std::string name, std::string_view plain, std::string_view brotli,
             std::string_view gzip);

    std::map<std::string, File, std::less<>> files_;        // by name
    std::map<std::string, std::string, std::less<>> named_; // hashed name -> name
    std::vector<std::unique_ptr<const std::string>> kept_;  // bytes read from a folder
};

} // namespace gweld::web
