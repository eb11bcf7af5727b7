// HTTP in our words: a small server for this machine alone, and a client that asks whether
// something is there. cpp-httplib below.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace waymark {

struct HttpRequest {
  std::string method;  // "GET"
  std::string target;  // as sent, not decoded: "/guide/roles/?level=senior"
  std::string host;    // the Host header: "127.0.0.1:8000"; empty where there is none
};

struct HttpResponse {
  int status = 200;
  std::string content_type = "text/plain; charset=utf-8";
  std::string body = {};
  std::string location = {};  // of a redirect
  // Set for an answer without an end, as server-sent events are: called until it returns false,
  // each time for the next piece of the body. It may wait, but for no longer than about a second:
  // only a piece that cannot be sent tells that the client is gone.
  std::function<bool(std::string& piece)> stream = nullptr;
};

// Listens on 127.0.0.1 alone. Answers each request on a connection and a thread of its own; of a
// HEAD request only the head is sent. Nothing may be cached: what is served changes at any moment.
class HttpServer {
 public:
  using Handler = std::function<HttpResponse(const HttpRequest&)>;  // called from many threads

  explicit HttpServer(Handler handler);
  ~HttpServer();  // ends all streams and waits for the answers on their way

  // False where the port cannot be had. Clients may connect from now on; answers begin with start.
  bool bind(unsigned port);
  void start();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

enum class HttpMethod { head, get };

// The head of an answer: nobody asks for more.
struct HttpHead {
  int status = 0;
  std::string location;  // of a redirect
};

// Asks the server of an http:// or https:// address, once, and waits for at most `seconds` at each
// step. Certificates are verified. Errors: no answer, and why ("no answer in 10 seconds").
// Threads: any.
Result<HttpHead> ask(HttpMethod method, std::string_view url, int seconds);

}  // namespace waymark
