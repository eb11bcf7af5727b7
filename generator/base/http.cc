#include "base/http.h"

#include <httplib.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <exception>
#include <thread>
#include <utility>

namespace waymark {

namespace {

// Each open page holds one with its stream of events, and a browser opens six more at once.
constexpr std::size_t connections_at_once = 64;

// The library's own choice, SO_REUSEPORT, lets two servers share a port without noticing.
void reuse_address(socket_t socket) {
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

}  // namespace

struct HttpServer::State {
  Handler handler;
  std::atomic<bool> is_stopping = false;
  httplib::Server server;
  std::thread listener;

  void answer(const httplib::Request& request, httplib::Response& to) {
    HttpResponse response =
        handler({request.method, request.target, request.get_header_value("Host")});
    to.status = response.status;
    to.set_header("Cache-Control", "no-store");
    to.set_header("X-Content-Type-Options", "nosniff");
    if (!response.location.empty()) to.set_header("Location", response.location);
    if (response.stream)
      send_stream(std::move(response), to);
    else
      send_body(std::move(response), to);
  }

  // As a provider of a known length, because the library would compress a plain body: on one
  // machine that costs more than it saves.
  static void send_body(HttpResponse response, httplib::Response& to) {
    const std::size_t size = response.body.size();
    if (size == 0) return to.set_content("", response.content_type);
    to.set_content_provider(size, response.content_type,
                            [body = std::move(response.body)](
                                std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                              return sink.write(body.data() + offset, length), true;
                            });
  }

  void send_stream(HttpResponse response, httplib::Response& to) {
    to.set_chunked_content_provider(
        response.content_type,
        [this, next = std::move(response.stream)](std::size_t, httplib::DataSink& sink) {
          std::string piece;
          if (is_stopping || !next(piece)) return sink.done(), true;
          if (!piece.empty()) sink.write(piece.data(), piece.size());
          return !is_stopping.load();
        });
  }
};

HttpServer::HttpServer(Handler handler) : state_(std::make_unique<State>()) {
  state_->handler = std::move(handler);
  httplib::Server& server = state_->server;
  server.new_task_queue = [] { return new httplib::ThreadPool(connections_at_once); };
  server.set_socket_options(reuse_address);
  server.set_tcp_nodelay(true);
  server.set_keep_alive_max_count(1);  // an idle connection would hold a thread
  server.set_keep_alive_timeout(1);    // seconds: one that a browser opened in advance
  server.set_pre_routing_handler([state = state_.get()](const auto& request, auto& response) {
    state->answer(request, response);
    return httplib::Server::HandlerResponse::Handled;
  });
}

HttpServer::~HttpServer() {
  state_->is_stopping = true;
  state_->server.stop();
  if (state_->listener.joinable()) state_->listener.join();
}

bool HttpServer::bind(unsigned port) {
  return state_->server.bind_to_port("127.0.0.1", static_cast<int>(port));
}

void HttpServer::start() {
  state_->listener = std::thread([this] { state_->server.listen_after_bind(); });
}

namespace {

// Where an address parts into the server and what is asked of it.
std::size_t path_begin(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t host = scheme == std::string_view::npos ? 0 : scheme + 3;
  return std::min(url.find_first_of("/?#", host), url.size());
}

std::string target_of(std::string_view url) {
  const std::size_t begin = path_begin(url);
  std::string target(url.substr(begin, url.find('#', begin) - begin));
  if (!target.starts_with('/')) target.insert(0, "/");
  return target;
}

// The library tells a server that hangs up and one that is silent alike.
std::string reason(httplib::Error error, std::chrono::seconds waited, int seconds) {
  using enum httplib::Error;
  switch (error) {
    case Read:
    case Write:
    case ConnectionTimeout:
      if (waited.count() < seconds) return "it hung up";
      return "no answer in " + std::to_string(seconds) + " seconds";
    case SSLServerVerification:
      return "its certificate is not valid";
    case SSLConnection:
    case SSLLoadingCerts:
      return "no secure connection";
    default:
      return "no connection";
  }
}

Result<HttpHead> ask(httplib::Client& client, HttpMethod method, const std::string& target,
                     int seconds) {
  const httplib::Headers headers{{"User-Agent", "waymark (link check)"}, {"Accept", "*/*"}};
  HttpHead head;
  const auto take_head = [&](const httplib::Response& response) {
    head = {response.status, response.get_header_value("Location")};
    return false;  // of a body nothing is read
  };
  const auto start = std::chrono::steady_clock::now();
  const httplib::Result answer =
      method == HttpMethod::head
          ? client.Head(target, headers)
          : client.Get(target, headers, take_head, [](const char*, std::size_t) { return false; });
  if (answer) take_head(*answer);
  const auto waited = std::chrono::steady_clock::now() - start;
  if (head.status == 0)
    return Failure{
        reason(answer.error(), std::chrono::round<std::chrono::seconds>(waited), seconds)};
  return head;
}

}  // namespace

Result<HttpHead> ask(HttpMethod method, std::string_view url, int seconds) {
  // Else a server that hangs up while it is asked would end the program.
  [[maybe_unused]] static const auto before = std::signal(SIGPIPE, SIG_IGN);
  try {
    httplib::Client client(std::string(url.substr(0, path_begin(url))));
    client.set_connection_timeout(seconds);
    client.set_read_timeout(seconds);
    client.set_write_timeout(seconds);
    client.set_url_encode(false);  // the address is encoded already
    return ask(client, method, target_of(url), seconds);
  } catch (const std::exception&) {  // a port that is no number
    return Failure{"no address of a server"};
  }
}

}  // namespace waymark
