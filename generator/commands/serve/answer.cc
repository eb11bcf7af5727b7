#include "commands/serve/answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <utility>

#include "base/text.h"
#include "commands/serve/live_script.h"
#include "formats/url.h"
#include "model/urls.h"

namespace waymark {

namespace {

constexpr std::string_view script_path = "/_waymark/live.js";
constexpr std::string_view events_path = "/_waymark/events";
constexpr std::string_view html = "text/html; charset=utf-8";
constexpr std::chrono::milliseconds patience(1000);  // until a silent client is spoken to

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> content_types{{
    {".avif", "image/avif"},
    {".css", "text/css; charset=utf-8"},
    {".csv", "text/csv; charset=utf-8"},
    {".gif", "image/gif"},
    {".html", html},
    {".ico", "image/x-icon"},
    {".jpeg", "image/jpeg"},
    {".jpg", "image/jpeg"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".pdf", "application/pdf"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".xml", "application/xml"},
}};

std::string_view content_type(std::string_view path) {
  for (const auto& [extension, type] : content_types)
    if (path.ends_with(extension)) return type;
  return "application/octet-stream";
}

HttpResponse plain(int status, std::string text) {
  return {.status = status, .body = std::move(text) + "\n"};
}

HttpResponse redirect(std::string to) {
  return {.status = 302, .body = "", .location = std::move(to)};
}

bool is_this_machine(std::string_view host, unsigned port) {
  const std::string suffix = fmt::format(":{}", port);
  if (host.ends_with(suffix)) host.remove_suffix(suffix.size());
  return host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

HttpResponse page(int status, std::string bytes, const State& state) {
  const std::string script =
      fmt::format("<script src=\"{}\" data-page=\"{}\" data-style=\"{}\" defer></script>\n",
                  script_path, state.page, state.style);
  bytes.insert(std::min(bytes.rfind("</body>"), bytes.size()), script);
  return {.status = status, .content_type = std::string(html), .body = std::move(bytes)};
}

// There was never a guide without mistakes: the script shows them.
HttpResponse nothing_yet(const State& state) {
  return page(503,
              "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
              "<title>Mistakes</title>\n</head>\n<body>\n<h1>There is no guide to show yet</h1>\n"
              "<p>Its content has mistakes; they are in the terminal as well.</p>\n"
              "</body>\n</html>\n",
              state);
}

// As the host will show it: its links begin with the published address.
HttpResponse not_found(const State& state) {
  const std::string& base_url = state.guide->base_url();
  const std::string bytes = state.guide->file("404.html").value_or("");
  return page(404, replace_all(bytes, absolute_url(base_url, ""), base_path(base_url)), state);
}

HttpResponse from_guide(std::string_view target, const State& state) {
  if (!state.guide) return nothing_yet(state);
  const std::string base = base_path(state.guide->base_url());
  const UrlParts parts = split_url(target);
  if (parts.path == "/" && base != "/") return redirect(base);
  const std::string path = percent_decoded(parts.path);
  if (!path.starts_with(base)) return path + "/" == base ? redirect(base) : not_found(state);

  std::string file = path.substr(base.size());
  if (file.empty() || file.back() == '/') file += "index.html";
  if (auto bytes = state.guide->file(file)) {
    const std::string_view type = content_type(file);
    if (type == html) return page(200, std::move(*bytes), state);
    return {.content_type = std::string(type), .body = std::move(*bytes)};
  }
  const bool is_folder = !path.ends_with('/') && state.guide->file(file + "/index.html");
  return is_folder ? redirect(fmt::format("{}/{}", parts.path, parts.query)) : not_found(state);
}

// The whole state whenever it changes: a listener can miss some and still end up right.
HttpResponse events(const Board& board) {
  HttpResponse response{.content_type = "text/event-stream"};
  response.stream = [&board, known = std::uint64_t{0}](std::string& piece) mutable {
    const auto news = board.wait_for_news(known, patience);
    if (!news) return false;
    if (std::exchange(known, *news) == *news) {
      piece = ":\n\n";  // a comment
      return true;
    }
    const State state = board.state();
    piece = fmt::format("data: {{\"page\":{},\"style\":{},\"mistakes\":{}}}\n\n", state.page,
                        state.style, state.mistakes);
    return true;
  };
  return response;
}

}  // namespace

std::string base_path(std::string_view base_url) {
  const auto host = base_url.find("//");
  const auto path = base_url.find('/', host == std::string_view::npos ? 0 : host + 2);
  return absolute_url(path == std::string_view::npos ? "" : base_url.substr(path), "");
}

HttpResponse answer(const HttpRequest& request, const Board& board, unsigned port) {
  if (!is_this_machine(request.host, port))
    return plain(403, "This preview answers to 127.0.0.1 and localhost alone.");
  if (request.method != "GET" && request.method != "HEAD")
    return plain(405, "This preview can only be read.");
  if (request.target == events_path) return events(board);
  if (request.target == script_path)
    return {.content_type = std::string(content_type(script_path)),
            .body = std::string(live_script)};
  return from_guide(request.target, board.state());
}

}  // namespace waymark
