// waymark serve: show the guide on this machine, and renew it at every change.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>
#include <utility>

#include "base/process.h"
#include "base/watch.h"
#include "commands/commands.h"
#include "commands/environment.h"
#include "commands/serve/answer.h"
#include "commands/serve/board.h"
#include "commands/serve/preview.h"

namespace waymark {

namespace {

constexpr unsigned first_port = 8000;
constexpr unsigned last_port = 8099;
// The browser goes before the check, and the next change before a failure: a file that went away
// while it was read is news already.
constexpr std::chrono::milliseconds moment(150);

// The port that was asked for, else the first free one.
std::optional<unsigned> bind(HttpServer& server, std::optional<unsigned> asked) {
  for (unsigned port = asked.value_or(first_port); port <= asked.value_or(last_port); ++port)
    if (server.bind(port)) return port;
  return std::nullopt;
}

int no_port(std::optional<unsigned> asked) {
  return fail(environment,
              asked ? fmt::format("port {} cannot be had: another program listens there, or the "
                                  "system keeps it for itself",
                                  *asked)
                    : fmt::format("no port from {} to {} is free; name one with -p", first_port,
                                  last_port));
}

std::vector<std::string> folders_of(const BuildRequest& request) {
  std::vector<std::string> folders;
  for (const char* folder : {"content", "templates", "assets"})
    folders.push_back(join_path(request.root, folder));
  if (request.theme != request.root)
    for (const char* folder : {"templates", "assets"})
      folders.push_back(join_path(request.theme, folder));
  return folders;
}

void tell_address(const std::string& address, bool open_browser) {
  fmt::print("{} shows the guide, and renews it at every change; Ctrl-C ends it\n", address);
  std::fflush(stdout);
  if (open_browser && !start_program({"xdg-open", address}))
    fmt::print(stderr, "waymark: no xdg-open here; open the address by hand\n");
}

// Until Ctrl-C.
void follow_changes(Watcher& watcher, Preview& preview, const StopSignal& stop) {
  std::optional<Failure> failure;
  for (;;) {
    const bool has_more = failure || preview.is_unchecked();
    switch (watcher.wait(stop.descriptor(), has_more ? std::optional(moment) : std::nullopt)) {
      case Woken::by_stop:
        return;
      case Woken::by_time:
        if (failure)
          preview.report(*std::exchange(failure, std::nullopt));
        else
          preview.check();
        break;
      case Woken::by_change:
        const auto made = preview.renew();
        failure = made ? std::nullopt : std::optional(made.failure());
    }
  }
}

}  // namespace

int run_serve(const Options& options) {
  const StopSignal stop;
  const std::unique_ptr<FileSystem> files = real_file_system();
  auto asked = request_of(options, *files);
  if (const int* status = std::get_if<int>(&asked)) return *status;
  const BuildRequest& request = std::get<BuildRequest>(asked);

  Board board;
  std::optional<unsigned> port;
  HttpServer server(
      [&](const HttpRequest& wanted) { return answer(wanted, board, port.value_or(0)); });
  port = bind(server, options.port);
  if (!port) return no_port(options.port);

  Watcher watcher(*files, folders_of(request));
  if (!watcher.limit().empty())
    fmt::print(stderr, "waymark: {}; the files are looked at every second instead\n",
               watcher.limit());
  Preview preview(*files, request, options, board);
  if (const auto made = preview.renew(); !made) return fail(environment, made.failure().message);

  server.start();
  const auto guide = board.state().guide;
  tell_address(
      fmt::format("http://127.0.0.1:{}{}", *port, guide ? base_path(guide->base_url()) : "/"),
      options.open_browser);
  follow_changes(watcher, preview, stop);
  board.close();
  fmt::print("\n");
  return done;
}

}  // namespace waymark
