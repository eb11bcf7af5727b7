#include "base/http.h"

#include <httplib.h>
#include <sys/socket.h>

#include <atomic>
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

}  // namespace waymark
