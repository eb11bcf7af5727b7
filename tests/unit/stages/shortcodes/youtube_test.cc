#include "stages/shortcodes/youtube.h"

#include "catch.h"

using namespace waymark;

TEST_CASE("a video is known by its id and by every address that YouTube gives out") {
  const std::string id = "dQw4w9WgX-_";
  for (const std::string before :
       {"", "https://youtu.be/", "https://www.youtube.com/watch?v=",
        "https://m.youtube.com/watch?list=PL1&v=", "http://youtube.com/embed/",
        "https://www.youtube.com/shorts/", "https://www.youtube.com/live/",
        "https://www.youtube-nocookie.com/embed/"}) {
    INFO(before);
    CHECK(youtube_id(before + id) == id);
  }
  CHECK(youtube_id("https://www.youtube.com/watch?v=" + id + "&t=40s") == id);
  CHECK(youtube_id("https://youtu.be/" + id + "?si=x") == id);
}

TEST_CASE("what is no video of YouTube is none") {
  for (const char* text :
       {"", "dQw4w9WgX", "dQw4w9WgX-_x", "dQw4w9WgX/_", "https://vimeo.com/dQw4w9WgX-_",
        "https://www.youtube.com/playlist?list=dQw4w9WgX-_",
        "https://example.org/?https://youtu.be/dQw4w9WgX-_",
        "https://youtube.com.example.org/v/dQw4w9WgX-_", "dQw4w9WgX-_?t=4", "javascript:dQw4"}) {
    INFO(text);
    CHECK_FALSE(youtube_id(text));
  }
}
